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

/** Whether an MP4 has something to see: without it, it is a sound, whatever its brand says. */
export async function showsPictures(path: string): Promise<boolean> {
  const bytes = await readFile(path);
  for (let at = bytes.indexOf('hdlr'); at !== -1; at = bytes.indexOf('hdlr', at + 4)) {
    if (bytes.toString('latin1', at + 12, at + 16) === 'vide') return true;
  }
  return false;
}

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
