import { stat } from 'node:fs/promises';
import { type Ctx, newId } from '#platform/context';
import { storeOf } from '#platform/storage';
import { refuseWhenFull } from '../full-storage.ts';
import {
  type FilePurpose,
  isRecordingType,
  type MediaFile,
  recordingTypes,
  type RecordingType,
  resumableLimits,
  uploadLimits,
} from '../media.ts';
import {
  BrokenImage,
  BrokenRecording,
  EmptyFile,
  FileTooLarge,
  UnsupportedType,
} from '../media-errors.ts';
import { insertFile } from '../media-store.ts';
import type { CropRectangle } from './crop-rectangle.ts';
import { encodePicture, measurePicture } from './encode-picture.ts';
import { isWholeRecording, showsPictures } from './is-whole-recording.ts';
import { plainName } from './plain-name.ts';
import { type SniffedType, sniffType } from './sniff-type.ts';

export interface Upload {
  /** A file of this machine, for instance an `UploadedFile`'s. */
  path: string;
  fileName: string;
  ownerId: string;
  purpose: FilePurpose;
  /** The reader cut it off at its limit. */
  truncated?: boolean;
  /** The part of a public picture to keep; about its middle otherwise. */
  crop?: CropRectangle;
  /** It came in parts and nothing holds it yet: it may be larger, and somebody has to `keepFiles`. */
  unkept?: boolean;
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
 * avatars made anew from their pixels, video and sound of galleries read from end to end; deliveries
 * stay bit for bit, pictures among them decoded once to prove them sound. Bytes are stored before the
 * row, so a row always has its file. What is attached is kept from the start; a gallery's file once a
 * service holds it (`keepFiles`). Refuses EmptyFile, FileTooLarge, UnsupportedType, BrokenImage,
 * BrokenRecording, StorageFull. Inside a transaction it joins it.
 */
export async function storeUpload(ctx: Ctx, upload: Upload): Promise<StoredFile> {
  const limitBytes = (upload.unkept ? resumableLimits : uploadLimits)[upload.purpose];
  const { size } = await stat(upload.path);
  if (upload.truncated || size > limitBytes) throw new FileTooLarge(upload.fileName, limitBytes);
  if (size === 0) throw new EmptyFile(upload.fileName);
  const sniffed = await sniffType(upload.path, upload.fileName);
  if (!sniffed || !isTaken(upload.purpose, sniffed)) throw new UnsupportedType(upload.fileName);
  const fileId = newId(ctx);
  const storageKey = `${upload.purpose}/${fileId.slice(-2)}/${fileId}`;
  const stored = await refuseWhenFull(() => keepBytes(ctx, { upload, sniffed, storageKey, size }));
  const file: MediaFile = {
    fileId,
    ownerId: upload.ownerId,
    purpose: upload.purpose,
    fileName: plainName(upload.fileName),
    storageKey,
    ...stored,
  };
  await insertFile(ctx, file, { kept: !upload.unkept && upload.purpose !== 'gallery' });
  const { ownerId: _ownerId, purpose: _purpose, storageKey: _storageKey, ...told } = file;
  return told;
}

type Kept = Pick<MediaFile, 'kind' | 'type' | 'byteSize' | 'width' | 'height'>;

interface Taken {
  upload: Upload;
  sniffed: SniffedType;
  storageKey: string;
  size: number;
}

async function keepBytes(ctx: Ctx, taken: Taken): Promise<Kept> {
  const { upload, sniffed, storageKey } = taken;
  if (upload.purpose === 'attachment') return keepAsItIs(ctx, taken);
  if (isRecordingType(sniffed.type)) {
    const onlySound = sniffed.type === 'video/mp4' && !(await showsPictures(upload.path));
    return keepRecording(ctx, taken, onlySound ? 'audio/mp4' : sniffed.type);
  }
  const { purpose, crop } = upload;
  const picture = await sound(upload, encodePicture(upload.path, { purpose, crop }));
  await (await storeOf(ctx)).put(storageKey, picture.bytes);
  const { bytes, ...shape } = picture;
  return { kind: 'image', byteSize: bytes.byteLength, ...shape };
}

async function keepAsItIs(ctx: Ctx, taken: Taken): Promise<Kept> {
  const { upload, sniffed } = taken;
  const measured = sniffed.picture ? await sound(upload, measurePicture(upload.path)) : undefined;
  await moveOrCopy(ctx, taken);
  return {
    kind: sniffed.picture ? 'image' : 'file',
    type: sniffed.type,
    byteSize: taken.size,
    width: measured?.width,
    height: measured?.height,
  };
}

async function keepRecording(ctx: Ctx, taken: Taken, type: RecordingType): Promise<Kept> {
  const { upload, size } = taken;
  if (!(await isWholeRecording(upload.path, type))) throw new BrokenRecording(upload.fileName);
  await moveOrCopy(ctx, taken);
  return {
    kind: recordingTypes[type].kind,
    type,
    byteSize: size,
    width: undefined,
    height: undefined,
  };
}

/** What came in parts is ours to move; a form's file belongs to whoever read the form. */
async function moveOrCopy(ctx: Ctx, { upload, storageKey }: Taken): Promise<void> {
  const store = await storeOf(ctx);
  if (upload.unkept) await store.moveIn(storageKey, upload.path);
  else await store.putFile(storageKey, upload.path);
}

async function sound<T>(upload: Upload, decoding: Promise<T>): Promise<T> {
  try {
    return await decoding;
  } catch {
    throw new BrokenImage(upload.fileName);
  }
}

function isTaken(purpose: FilePurpose, { picture, type }: SniffedType): boolean {
  if (purpose === 'attachment') return true;
  if (picture) return type !== 'image/gif';
  return purpose === 'gallery' && isRecordingType(type);
}
