import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeUpload } from '#media';
import { anMp4 } from '#media/testing';
import { loadSharp } from '#platform/pictures';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { aMember } from '../testing/index.ts';
import { checkGallery } from './check-gallery.ts';
import { galleryItems, picturesFirst } from './gallery-items.ts';

const world = await aWorld();
const directory = await mkdtemp(join(tmpdir(), 'gallery-'));
afterAll(() => rm(directory, { recursive: true }));
const sharp = await loadSharp();
const sellerId = await aMember(world);
const picture = await sharp({
  create: { width: 320, height: 180, channels: 3, background: '#0b5a66' },
})
  .png()
  .toBuffer();

async function aFile(bytes: Uint8Array, ownerId = sellerId) {
  const path = join(directory, `${Math.random()}`);
  await writeFile(path, bytes);
  const file = await storeUpload(world.ctx, { path, fileName: 'a', ownerId, purpose: 'gallery' });
  return file.fileId;
}

const [image, second, film] = [await aFile(picture), await aFile(picture), await aFile(anMp4())];
const foreign = await aFile(picture, await aMember(world));

describe('a gallery', () => {
  it.each([
    ['of nothing', [], undefined],
    ['of pictures', [image, second], undefined],
    ['with a film behind its cover', [image, film], undefined],
    ['with a film before its pictures', [film, image], 'cover-image'],
    ['of a film alone', [film], 'cover-image'],
    ['of another member', [image, foreign], 'invalid'],
    ['with one picture twice', [image, image], 'invalid'],
    ['of what is not there', [image, '01a2076b-4400-7b00-8d6f-dad2d148cf70'], 'invalid'],
    ['of no id', ['x'], 'invalid'],
  ])('%s: %j', async (...[, imageIds, problem]) => {
    expect(await checkGallery(world.ctx, { sellerId }, { imageIds, draft: false })).toBe(problem);
  });

  it('of a draft may still lack its cover', async () => {
    const problem = await checkGallery(world.ctx, { sellerId }, { imageIds: [film], draft: true });
    expect(problem).toBeUndefined();
  });

  it('puts a picture before its films', async () => {
    const items = await galleryItems(world.ctx, [film, image, second]);
    expect(items.map(({ kind }) => kind)).toEqual(['video', 'image', 'image']);
    expect(picturesFirst(items)).toEqual([image, film, second]);
  });
});
