import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSharp } from '#platform/pictures';
import { afterAll } from 'vitest';

/** A file on disk as an upload leaves it. */
export interface ExampleFile {
  path: string;
  fileName: string;
  truncated: boolean;
}

/** The smallest thing that is a PDF to everybody who looks. */
export const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);

/** A plain picture, 16:9. */
export async function aPicture(width = 640, hue = '#0b5a66'): Promise<Buffer> {
  const sharp = await loadSharp();
  const height = Math.round((width * 9) / 16);
  return sharp({ create: { width, height, channels: 3, background: hue } })
    .png()
    .toBuffer();
}

/** A place for files that is gone after the tests. */
export async function someFiles(): Promise<
  (fileName: string, bytes: Uint8Array) => Promise<ExampleFile>
> {
  const directory = await mkdtemp(join(tmpdir(), 'hirfa-examples-'));
  afterAll(() => rm(directory, { recursive: true, force: true }));
  let count = 0;
  return async (fileName, bytes) => {
    count += 1;
    const path = join(directory, String(count));
    await writeFile(path, bytes);
    return { path, fileName, truncated: false };
  };
}
