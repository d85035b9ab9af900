import { get, page } from '#platform/http';
import { deskFigures } from '../desks.report.ts';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';
import { StaffPage } from './staff.page.tsx';

export const staffRoutes = [
  get(
    operationsPaths.staff,
    { access: { roles: ['reviewer', 'support', 'finance'] } },
    async ({ ctx }) => {
      const roles = ctx.actor.kind === 'member' ? ctx.actor.roles : [];
      const figures = await deskFigures(ctx);
      const head = { title: operationsWords(ctx.reader).staff.title, noindex: true };
      return page(head, <StaffPage roles={roles} figures={figures} />);
    },
  ),
];
