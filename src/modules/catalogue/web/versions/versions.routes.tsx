import { get, page, type Route } from '#platform/http';
import { categories } from '../../categories/categories.ts';
import { inputOf, type ServiceInput } from '../../editing/service-input.ts';
import { contentTexts } from '../../fragments/content-texts.ts';
import { catalogueWords } from '../../locales/index.ts';
import { getOwnService } from '../../service-policy.ts';
import { compareTexts } from '../../versions/compare-texts.ts';
import { listVersions } from '../../versions/list-versions.ts';
import { type ShownVersion, VersionsPage } from './versions-page.tsx';

export const versionsRoutes: Route[] = [
  get(
    '/my/services/:serviceId/versions',
    { access: 'member', example: 'own-service' },
    async ({ ctx, params }) => {
      const service = await getOwnService(ctx, params.serviceId ?? '');
      const [sold, tree] = await Promise.all([listVersions(ctx, service), categories(ctx)]);
      const texts = (content: ServiceInput) => contentTexts(ctx.reader, content, tree);
      const shown = sold.map((version, index): ShownVersion => {
        const older = sold[index + 1]?.content;
        return {
          ...version,
          changes: older && compareTexts(texts(older), texts(version.content)),
          olderImages: older?.imageIds ?? [],
        };
      });
      const next = service.revision && {
        state: service.revision.state,
        submittedAt: service.revision.submittedAt,
        notes: service.revision.reviewNotes,
        images: service.revision.content.imageIds,
        soldImages: service.imageIds,
        changes: compareTexts(texts(inputOf(service)), texts(service.revision.content)),
      };
      const title = catalogueWords(ctx.reader).versions.title;
      const body = <VersionsPage service={service} sold={shown} next={next} />;
      return page({ title, noindex: true }, body);
    },
  ),
];
