import { readFile } from 'node:fs/promises';
import type { RecordingType } from '../media.ts';
import { isWholeMp3 } from './recordings/mp3.ts';
import { isWholeMp4 } from './recordings/mp4.ts';
import { isWholeOgg } from './recordings/ogg.ts';
import { isWholeWav } from './recordings/wav.ts';
import { isWholeWebm } from './recordings/webm.ts';

const readers: Readonly<Record<RecordingType, (bytes: Buffer) => boolean>> = {
  'video/mp4': isWholeMp4,
  'audio/mp4': isWholeMp4,
  'video/webm': isWholeWebm,
  'audio/mpeg': isWholeMp3,
  'audio/ogg': isWholeOgg,
  'audio/wav': isWholeWav,
};

/**
 * Whether the container is what it says from the first byte to the last: video and sound are not made
 * anew like pictures, so nothing may hang on them (an archive at the end, a page between the frames).
 */
export async function isWholeRecording(path: string, type: RecordingType): Promise<boolean> {
  const bytes = await readFile(path);
  try {
    return readers[type](bytes);
  } catch (error) {
    // A length that leads outside the file.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
