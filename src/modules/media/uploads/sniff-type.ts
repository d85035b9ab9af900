import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';

/** What a file is by its bytes; `picture` when browsers show it and sharp reads it. */
export interface SniffedType {
  type: string;
  picture: boolean;
}

const PICTURES = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/gif']);

/** Kinds of work that sellers deliver and buyers send; everything else is refused, programs above all. */
const TAKEN = new Set([
  ...PICTURES,
  'image/heic',
  'image/heif',
  'image/tiff',
  'image/bmp',
  'image/vnd.adobe.photoshop',
  'application/pdf',
  'application/postscript',
  'application/eps',
  'application/zip',
  'application/gzip',
  'application/x-7z-compressed',
  'application/x-rar-compressed',
  'application/x-tar',
  'application/x-bzip2',
  'application/x-xz',
  'application/zstd',
  'application/rtf',
  'application/epub+zip',
  'application/x-cfb',
  'application/vnd.android.package-archive',
  'application/x-sketchup',
  'application/x-indesign',
  'font/ttf',
  'font/otf',
  'font/woff',
  'font/woff2',
]);
const TAKEN_FAMILIES =
  /^(?:audio\/|video\/|application\/vnd\.(?:openxmlformats|oasis|ms-)|model\/)/;

/** Kinds that are known by several names. */
const ONE_NAME: Readonly<Record<string, string>> = {
  'audio/x-m4a': 'audio/mp4',
  'audio/vnd.wave': 'audio/wav',
  'audio/x-wav': 'audio/wav',
  'audio/ogg; codecs=opus': 'audio/ogg',
  'video/x-m4v': 'video/mp4',
};

/** Text has no magic number: it is taken when it is clean UTF-8 and its name says one of these. */
const TEXT_ENDINGS: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  md: 'text/markdown',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  srt: 'text/plain',
  vtt: 'text/vtt',
  json: 'application/json',
  xml: 'application/xml',
  yaml: 'text/plain',
  yml: 'text/plain',
  svg: 'image/svg+xml',
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  ts: 'text/plain',
  jsx: 'text/plain',
  tsx: 'text/plain',
  vue: 'text/plain',
  php: 'text/plain',
  py: 'text/plain',
  sql: 'text/plain',
  dart: 'text/plain',
  kt: 'text/plain',
  swift: 'text/plain',
  java: 'text/plain',
  c: 'text/plain',
  h: 'text/plain',
  cpp: 'text/plain',
  cs: 'text/plain',
  tex: 'text/plain',
  log: 'text/plain',
  ics: 'text/calendar',
};
const HEAD_BYTES = 64 * 1024;

/** Says what the bytes are, not what the name claims; undefined when such files are not taken. */
export async function sniffType(path: string, fileName: string): Promise<SniffedType | undefined> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  const ending = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const asText = TEXT_ENDINGS[ending];
  // An SVG begins like any XML file.
  if (found && found.mime !== 'application/xml') {
    const type = ONE_NAME[found.mime] ?? found.mime;
    const taken = TAKEN.has(type) || TAKEN_FAMILIES.test(type);
    return taken ? { type, picture: PICTURES.has(type) } : undefined;
  }
  if (!asText || !(await looksLikeText(path))) return undefined;
  return { type: asText, picture: false };
}

async function looksLikeText(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    const head = buffer.subarray(0, bytesRead);
    if (head.includes(0) || head.subarray(0, 2).toString() === '#!') return false;
    // A character may be cut at the end of what was read.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
