import { localePath } from '#platform/i18n';
import { type Answer, type HttpRequest, json, machine, post, type Route } from '#platform/http';
import { WrongCrop, WrongTusRequest } from '../media-errors.ts';
import { imageUrl, recordingUrl, uploadPath, uploadsPath } from '../media-paths.ts';
import { cancelUpload } from '../resumable/cancel-upload.ts';
import { finishUpload } from '../resumable/finish-upload.ts';
import { getOwnUpload } from '../resumable/get-own-upload.ts';
import { type Part, receivePart } from '../resumable/receive-part.ts';
import { startUpload } from '../resumable/start-upload.ts';
import { resumableLimits } from '../media.ts';
import { parseCrop } from '../uploads/crop-rectangle.ts';
import {
  headerOf,
  readChecksum,
  readCount,
  readCreation,
  requireVersion,
  tusAbilities,
  tusHeaders,
} from './tus-request.ts';

const one = `${uploadsPath}/:uploadId`;
const options = { access: 'member', notAPage: 'for scripts (tus)', headers: tusHeaders } as const;
const idOf = (request: HttpRequest) => request.params.uploadId ?? '';

/** Uploads that may break off and go on: tus 1.0, and one more step that makes the file. */
export const uploadRoutes: Route[] = [
  machine('OPTIONS', uploadsPath, {
    ...options,
    access: 'public',
    run: () => ({
      kind: 'empty',
      status: 204,
      headers: {
        ...tusAbilities,
        'tus-max-size': String(Math.max(...Object.values(resumableLimits))),
      },
    }),
  }),
  post(uploadsPath, options, start),
  machine('HEAD', one, { ...options, run: progress }),
  machine('PATCH', one, { ...options, streamed: true, run: part }),
  machine('DELETE', one, { ...options, run: cancel }),
  // Some proxies let only GET and POST through.
  machine('POST', one, { ...options, streamed: true, run: overridden }),
  post(`${one}/file`, options, finish),
];

async function start(request: HttpRequest): Promise<Answer> {
  requireVersion(request);
  const { ctx } = request;
  const upload = await startUpload(ctx, readCreation(request));
  return {
    kind: 'empty',
    status: 201,
    headers: {
      location: localePath(ctx.reader.locale, uploadPath(upload.uploadId)),
      'upload-offset': '0',
      'upload-expires': upload.expiresAt.toUTCString(),
    },
  };
}

async function progress(request: HttpRequest): Promise<Answer> {
  requireVersion(request);
  const upload = await getOwnUpload(request.ctx, idOf(request));
  const headers = {
    'upload-offset': String(upload.received),
    'upload-length': String(upload.byteSize),
    'upload-expires': upload.expiresAt.toUTCString(),
  };
  return { kind: 'empty', status: 200, headers };
}

async function part(request: HttpRequest): Promise<Answer> {
  requireVersion(request);
  const { received, expiresAt } = await receivePart(request.ctx, readPart(request));
  const headers = {
    'upload-offset': String(received),
    'upload-expires': expiresAt.toUTCString(),
  };
  return { kind: 'empty', status: 204, headers };
}

function readPart(request: HttpRequest): Part {
  const { stream: bytes } = request;
  if (!bytes) throw new WrongTusRequest('Content-Type: application/offset+octet-stream', 415);
  const length = headerOf(request, 'content-length');
  return {
    uploadId: idOf(request),
    fromByte: readCount(request, 'upload-offset'),
    bytes,
    byteSize: length === undefined ? undefined : Number(length),
    checksum: readChecksum(request),
  };
}

async function cancel(request: HttpRequest): Promise<Answer> {
  requireVersion(request);
  await cancelUpload(request.ctx, idOf(request));
  return { kind: 'empty', status: 204 };
}

function overridden(request: HttpRequest): Promise<Answer> {
  switch (headerOf(request, 'x-http-method-override')) {
    case 'PATCH':
      return part(request);
    case 'HEAD':
      return progress(request);
    case 'DELETE':
      return cancel(request);
    default:
      throw new WrongTusRequest('X-HTTP-Method-Override');
  }
}

/** The file of a whole upload, with what a page needs to show it. */
async function finish(request: HttpRequest): Promise<Answer> {
  const { crop: text } = request.body;
  const crop = typeof text === 'string' && text !== '' ? parseCrop(text) : undefined;
  if (typeof text === 'string' && text !== '' && !crop) throw new WrongCrop();
  const file = await finishUpload(request.ctx, { uploadId: idOf(request), crop });
  const { fileId, kind, type, fileName, byteSize } = file;
  const seen = {
    image: imageUrl(fileId, 320),
    video: recordingUrl(file),
    audio: recordingUrl(file),
  };
  const url = kind === 'file' ? undefined : seen[kind];
  return json({ fileId, kind, type, fileName, byteSize, url }, 201);
}
