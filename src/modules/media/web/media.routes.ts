import { type Answer, get, type HttpRequest, type Route } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { openRecording } from '../recordings/open-recording.ts';
import { findPictureVariant } from '../variants/picture-variant.ts';
import { readRange } from './read-range.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Public pictures, video and sound; an address always means the same bytes, so browsers keep them. */
export const mediaRoutes: Route[] = [
  get('/media/:fileId/:variant', { access: 'public', notAPage: 'a picture' }, (request) => {
    const { variant = '' } = request.params;
    return variant.startsWith('original.') ? recording(request) : picture(request);
  }),
];

async function picture({ ctx, params }: HttpRequest): Promise<Answer> {
  const { fileId = '', variant = '' } = params;
  const found = await findPictureVariant(ctx, fileId, variant);
  if (!found) throw new NotFound();
  return {
    kind: 'file',
    type: found.type,
    fileName: `${fileId}-${variant}`,
    inline: true,
    cacheSeconds: YEAR_SECONDS,
    body: found.bytes,
  };
}

async function recording(request: HttpRequest): Promise<Answer> {
  const { fileId = '', variant = '' } = request.params;
  const found = await openRecording(request.ctx, fileId, variant);
  if (!found) throw new NotFound();
  const { byteSize, type, stream } = found;
  const range = readRange(request.raw.headers.range, byteSize);
  if (range === 'unsatisfiable') {
    return { kind: 'empty', status: 416, headers: { 'content-range': `bytes */${byteSize}` } };
  }
  return {
    kind: 'file',
    type,
    fileName: `${fileId}-${variant}`,
    inline: true,
    cacheSeconds: YEAR_SECONDS,
    byteSize,
    part: range && { ...range, of: byteSize },
    body: await stream(range),
  };
}
