import type { Readable } from 'node:stream';
import type { Ctx } from '#platform/context';
import { storeOf } from '#platform/storage';
import { isRecordingType, recordingTypes } from '../media.ts';
import { findFile } from '../media-store.ts';

export interface Recording {
  type: string;
  byteSize: number;
  stream(range: { first: number; last: number } | undefined): Promise<Readable>;
}

/** A gallery's video or sound under its address (`original.mp4`); undefined for anything else. */
export async function openRecording(
  ctx: Ctx,
  fileId: string,
  name: string,
): Promise<Recording | undefined> {
  const file = await findFile(ctx, fileId);
  if (file?.purpose !== 'gallery' || !isRecordingType(file.type)) return undefined;
  if (name !== `original.${recordingTypes[file.type].ending}`) return undefined;
  const { type, byteSize, storageKey } = file;
  const store = await storeOf(ctx);
  return {
    type,
    byteSize,
    stream: (range) => (range ? store.streamRange(storageKey, range) : store.stream(storageKey)),
  };
}
