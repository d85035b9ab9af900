import { get, page } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { DesignPage } from '#ui';

export const designRoutes = [
  get('/_design', { access: 'public' }, ({ ctx }) => {
    if (!ctx.site.demo) throw new NotFound();
    return page({ title: 'Design', noindex: true }, <DesignPage />);
  }),
];
