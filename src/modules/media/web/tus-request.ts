import type { HttpRequest } from '#platform/http';
import type { HashName } from '#platform/storage';
import { type FilePurpose, filePurposes } from '../media.ts';
import { WrongTusRequest } from '../media-errors.ts';

const VERSION = '1.0.0';

/** On every answer: which tus is spoken here (https://tus.io/protocols/resumable-upload). */
export const tusHeaders = {
  'tus-resumable': VERSION,
  'tus-version': VERSION,
  'cache-control': 'no-store',
} as const;

/** What a client may ask for, as OPTIONS answers it. */
export const tusAbilities = {
  'tus-extension': 'creation,expiration,checksum,termination',
  'tus-checksum-algorithm': 'sha1,sha256',
} as const;

/** Refuses a request that speaks another version. */
export function requireVersion(request: HttpRequest): void {
  if (headerOf(request, 'tus-resumable') !== VERSION) {
    throw new WrongTusRequest(`Tus-Resumable: ${VERSION}`, 412);
  }
}

/** What is to come, of `Upload-Length` and `Upload-Metadata`. */
export function readCreation(request: HttpRequest): {
  byteSize: number;
  purpose: FilePurpose;
  fileName: string;
  type: string;
} {
  if (headerOf(request, 'upload-concat') || headerOf(request, 'upload-defer-length')) {
    throw new WrongTusRequest('Upload-Length');
  }
  const byteSize = readCount(request, 'upload-length');
  const metadata = readMetadata(headerOf(request, 'upload-metadata') ?? '');
  const purpose = filePurposes.find((one) => one === metadata.get('purpose'));
  if (!purpose) throw new WrongTusRequest(`Upload-Metadata: purpose (${filePurposes.join(', ')})`);
  const fileName = metadata.get('filename') ?? metadata.get('name') ?? '';
  return { byteSize, purpose, fileName, type: metadata.get('filetype') ?? '' };
}

/** A whole number of bytes in a header. */
export function readCount(request: HttpRequest, name: string): number {
  const text = headerOf(request, name) ?? '';
  if (!/^\d{1,15}$/.test(text)) throw new WrongTusRequest(name);
  return Number(text);
}

/** `sha1 <base64>`; undefined without the header. */
export function readChecksum(request: HttpRequest): { hash: HashName; base64: string } | undefined {
  const text = headerOf(request, 'upload-checksum');
  if (text === undefined) return undefined;
  const [, hash, base64] = /^(sha1|sha256) ([A-Za-z0-9+/]{27,43}={1,2})$/.exec(text) ?? [];
  if (!hash || !base64) throw new WrongTusRequest('Upload-Checksum');
  return { hash: hash as HashName, base64 };
}

/** One header, when it was sent once. */
export function headerOf(request: HttpRequest, name: string): string | undefined {
  const value = request.raw.headers[name];
  return typeof value === 'string' ? value : undefined;
}

const METADATA_CHARACTERS = 4_000;

/** Pairs of a name and its value in base64, parted by commas; a pair that is none is left out. */
function readMetadata(header: string): Map<string, string> {
  const pairs = header.slice(0, METADATA_CHARACTERS).split(',');
  return new Map(
    pairs.flatMap((pair) => {
      const [, name, value = ''] =
        /^\s*([\w-]{1,40})(?: ([A-Za-z0-9+/]*={0,2}))?\s*$/.exec(pair) ?? [];
      return name ? [[name, Buffer.from(value, 'base64').toString('utf8')] as const] : [];
    }),
  );
}
