import { stat } from 'node:fs/promises';
import { type Ctx, newId } from '#platform/context';
import { cleanLine } from '#platform/i18n';
import { storeOf } from '#platform/storage';
import { type FilePurpose, type MediaFile, uploadLimits } from '../media.ts';
import { BrokenImage, EmptyFile, FileTooLarge, UnsupportedType } from '../media-errors.ts';
import { insertFile } from '../media-store.ts';
import { encodePicture, measurePicture } from './encode-picture.ts';
import { type SniffedType, sniffType } from './sniff-type.ts';

export interface Upload {
  /** A file of this machine, for instance an `UploadedFile`'s. */
  path: string;
  fileName: string;
  ownerId: string;
  purpose: FilePurpose;
  /** The reader cut it off at its limit. */
  truncated?: boolean;
}

export interface StoredFile {
  fileId: string;
  kind: MediaFile['kind'];
  type: string;
  fileName: string;
  byteSize: number;
  width: number | undefined;
  height: number | undefined;
}

/**
 * Takes an upload in (SPEC 7.4): type told by its bytes, size limited, pictures of galleries and
 * avatars made anew from their pixels; deliveries stay bit for bit, pictures among them decoded once
 * to prove them sound. Bytes are stored before the row, so a row always has its file. Refuses
 * EmptyFile, FileTooLarge, UnsupportedType, BrokenImage. Inside a transaction it joins it.
 */
export async function storeUpload(ctx: Ctx, upload: Upload): Promise<StoredFile> {
  const limitBytes = uploadLimits[upload.purpose];
  const { size } = await stat(upload.path);
  if (upload.truncated || size > limitBytes) throw new FileTooLarge(upload.fileName, limitBytes);
  if (size === 0) throw new EmptyFile(upload.fileName);
  const sniffed = await sniffType(upload.path, upload.fileName);
  if (!sniffed || (upload.purpose !== 'attachment' && !isPublicPicture(sniffed))) {
    throw new UnsupportedType(upload.fileName);
  }
  const fileId = newId(ctx);
  const storageKey = `${upload.purpose}/${fileId.slice(-2)}/${fileId}`;
  const stored = await keepBytes(ctx, { upload, sniffed, storageKey, size });
  const file: MediaFile = {
    fileId,
    ownerId: upload.ownerId,
    purpose: upload.purpose,
    fileName: plainName(upload.fileName),
    storageKey,
    ...stored,
  };
  await insertFile(ctx, file);
  const { ownerId: _ownerId, purpose: _purpose, storageKey: _storageKey, ...told } = file;
  return told;
}

type Kept = Pick<MediaFile, 'kind' | 'type' | 'byteSize' | 'width' | 'height'>;

async function keepBytes(
  ctx: Ctx,
  given: { upload: Upload; sniffed: SniffedType; storageKey: string; size: number },
): Promise<Kept> {
  const { upload, sniffed, storageKey, size } = given;
  const store = await storeOf(ctx);
  if (upload.purpose === 'attachment') {
    const measured = sniffed.picture ? await sound(upload, measurePicture(upload.path)) : undefined;
    await store.putFile(storageKey, upload.path);
    const kind = sniffed.picture ? 'image' : 'file';
    return {
      kind,
      type: sniffed.type,
      byteSize: size,
      width: measured?.width,
      height: measured?.height,
    };
  }
  const { bytes, type, width, height } = await sound(
    upload,
    encodePicture(upload.path, upload.purpose),
  );
  await store.put(storageKey, bytes);
  return { kind: 'image', type, byteSize: bytes.byteLength, width, height };
}

async function sound<T>(upload: Upload, decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch {
    throw new BrokenImage(upload.fileName);
  }
}

function isPublicPicture({ picture, type }: SniffedType): boolean {
  return picture && type !== 'image/gif';
}

/** A name fit for a header and a list: one line, no path, at most 120 characters with its ending. */
function plainName(fileName: string): string {
  const line = cleanLine(fileName)
    .replace(/^.*[\\/]/, '')
    .replace(/[<>:"|?*]/g, '_');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(line)?.[0] ?? '';
  const stem = line.slice(0, line.length - ending.length);
  return `${stem.slice(0, 112).toWellFormed() || 'file'}${ending}`;
}
