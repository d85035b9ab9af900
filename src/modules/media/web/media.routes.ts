import { get, type Route } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { findPictureVariant } from '../variants/picture-variant.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Public pictures; an address always means the same bytes, so browsers keep them for good. */
export const mediaRoutes: Route[] = [
  get(
    '/media/:fileId/:variant',
    { access: 'public', notAPage: 'a picture' },
    async ({ ctx, params }) => {
      const { fileId = '', variant = '' } = params;
      const picture = await findPictureVariant(ctx, fileId, variant);
      if (!picture) throw new NotFound();
      return {
        kind: 'file',
        type: picture.type,
        fileName: `${fileId}-${variant}`,
        inline: true,
        cacheSeconds: YEAR_SECONDS,
        body: picture.bytes,
      };
    },
  ),
];
