import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NotFound } from '#platform/refusals';
import { storeUpload } from '#media';
import { loadSharp } from '#platform/pictures';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { findService } from '../service-store.ts';
import {
  aMember,
  aPublishedService,
  aRevisedService,
  aServiceInput,
  aSubmittedService,
} from '../testing/index.ts';
import { revisedService } from '../versions/revision.ts';
import { findSimilar } from './find-similar.ts';
import { pictureBands, pictureSimilarity, printPicture } from './picture-print.ts';
import { printMissing } from './print-missing.ts';
import { printService } from './print-service.ts';
import { printText, textBands, textSimilarity } from './text-print.ts';

const world = await aWorld();
const { ctx } = world;
const reviewer = world.as(await aMember(world, 'مراجع'), ['reviewer']);
const directory = await mkdtemp(join(tmpdir(), 'similar-'));
afterAll(() => rm(directory, { recursive: true, force: true }));

const { description } = aServiceInput();
const OTHER = Array.from({ length: 60 }, (_, n) => `كلمة${n * 7} أخرى${n} تماما${n * 3}`).join(' ');

async function similarTo(serviceId: string) {
  await printService(ctx, serviceId);
  return findSimilar(reviewer, revisedService((await findService(ctx, serviceId))!));
}

/** A picture with much in it, tinted and scaled as told. */
async function aDrawing(
  seed: number,
  look: { width?: number; quality?: number; tint?: string } = {},
) {
  const sharp = await loadSharp();
  const shapes = Array.from({ length: 40 }, (_, n) => {
    const at = (k: number) => ((seed * 97 + n * 131 + k * 57) * 7919) % 900;
    return `<rect x="${at(1)}" y="${at(2) % 500}" width="${60 + (at(3) % 200)}" height="${40 + (at(4) % 200)}"
      fill="rgb(${at(5) % 255},${at(6) % 255},${at(7) % 255})" opacity="0.8"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
    <rect width="960" height="540" fill="#eee"/>${shapes.join('')}</svg>`;
  let picture = sharp(Buffer.from(svg)).resize({ width: look.width ?? 960 });
  if (look.tint) picture = picture.tint(look.tint);
  return picture.jpeg({ quality: look.quality ?? 90 }).toBuffer();
}

async function uploaded(ownerId: string, bytes: Buffer) {
  const path = join(directory, `${Math.random()}.jpg`);
  await writeFile(path, bytes);
  return (await storeUpload(ctx, { path, fileName: 'p.jpg', ownerId, purpose: 'gallery' })).fileId;
}

describe('the print of a text', () => {
  it('is the same whatever spelling, and tells nothing of too little', () => {
    expect(printText('تصميمُ شعارٍ إحترافيّ لشركتك')).toEqual(printText('تصميم شعار احترافي لشركتك'));
    expect(printText('كلمتان فقط')).toBeUndefined();
  });

  it.each([
    ['the same', description, 1, 1],
    ['one word of it changed', description.replace('ثلاثة', 'خمسة'), 0.7, 0.99],
    ['a sentence more', `${description} أعمل معك حتى ترضى عن كل تفصيل في العمل.`, 0.7, 0.99],
    ['another', OTHER, 0, 0.1],
  ])('agrees by what texts share: %s', (...[, text, from, to]) => {
    const similarity = textSimilarity(printText(description)!, printText(text)!);
    expect(similarity).toBeGreaterThanOrEqual(from);
    expect(similarity).toBeLessThanOrEqual(to);
  });

  it('shares a band with a near one', () => {
    const bands = new Set(textBands(printText(description)!));
    const near = textBands(printText(description.replace('ثلاثة', 'خمسة'))!);
    expect(near.some((band) => bands.has(band))).toBe(true);
    expect(textBands(printText(OTHER)!).some((band) => bands.has(band))).toBe(false);
  });
});

describe('the print of a picture', () => {
  it('survives another size, quality and tint, and tells others apart', async () => {
    const print = await printPicture(await aDrawing(1));
    for (const look of [
      { width: 480 },
      { quality: 40 },
      { width: 1_600, quality: 60 },
      { tint: '#ffddaa' },
    ]) {
      const other = await printPicture(await aDrawing(1, look));
      expect(pictureSimilarity(print, other), JSON.stringify(look)).toBeGreaterThan(0.9);
      const bands = new Set(pictureBands(print));
      expect(pictureBands(other).some((band) => bands.has(band))).toBe(true);
    }
    for (const seed of [2, 3, 4]) {
      expect(pictureSimilarity(print, await printPicture(await aDrawing(seed)))).toBeUndefined();
    }
  });

  it('of one colour is like nothing', async () => {
    const sharp = await loadSharp();
    const plain = sharp({
      create: { width: 400, height: 225, channels: 3, background: '#0b5a66' },
    });
    expect(pictureBands(await printPicture(await plain.png().toBuffer()))).toEqual([]);
  });
});

describe('a reviewer', () => {
  it('sees copies of a text, of others and of the same seller, the likest first', async () => {
    const sellerId = await aMember(world);
    const [first, own, far] = [
      await aPublishedService(world),
      await aPublishedService(world, {
        sellerId,
        input: { title: 'تصميم شعار لمقهى أو مطعم جديد' },
      }),
      await aPublishedService(world, {
        input: { title: 'درس خصوصي في الكيمياء العضوية', description: OTHER },
      }),
    ];
    for (const { serviceId } of [first, own, far]) await printService(ctx, serviceId);
    const copy = await aSubmittedService(world, {
      sellerId,
      input: { description: description.replace('ثلاثة', 'أربعة') },
    });
    const similar = await similarTo(copy.serviceId);
    expect(similar.map(({ serviceId, sameSeller }) => [serviceId, sameSeller])).toEqual([
      [first.serviceId, false],
      [own.serviceId, true],
    ]);
    expect(similar[0]?.text).toBeGreaterThan(0.6);
  });

  it('sees pictures that were sold by somebody else', async () => {
    const [one, two] = [await aMember(world), await aMember(world)];
    const title = { description: `${OTHER} بداية مختلفة` };
    const original = await aPublishedService(world, {
      sellerId: one,
      input: { ...title, imageIds: [await uploaded(one, await aDrawing(9))] },
    });
    await printService(ctx, original.serviceId);
    const stolen = await uploaded(two, await aDrawing(9, { width: 700, quality: 55 }));
    const copy = await aSubmittedService(world, { sellerId: two, input: { imageIds: [stolen] } });
    const similar = await similarTo(copy.serviceId);
    const found = similar.find(({ serviceId }) => serviceId === original.serviceId);
    expect(found?.pictures).toMatchObject([{ own: stolen, similarity: expect.any(Number) }]);
  });

  it('has the next version compared too, with everything but the service itself', async () => {
    const revised = await aRevisedService(world, {
      input: { description: `${OTHER} للأصل` },
      change: { description: `${OTHER} للأصل وما زاد عليه`, deliveryDays: 7 },
    });
    await printService(ctx, revised.serviceId);
    const similar = await similarTo(revised.serviceId);
    expect(similar.map(({ serviceId }) => serviceId)).not.toContain(revised.serviceId);
  });

  it('alone may ask', async () => {
    const { serviceId } = await aPublishedService(world);
    const service = (await findService(ctx, serviceId))!;
    await expect(findSimilar(world.stranger, service)).rejects.toMatchObject({
      status: expect.any(Number),
    });
    await expect(findSimilar(world.as(service.sellerId), service)).rejects.toBeInstanceOf(NotFound);
  });
});

it('services without prints are made up for, once', async () => {
  await printMissing(ctx);
  const { serviceId } = await aPublishedService(world);
  expect(await printMissing(ctx)).toBe(1);
  expect(await printMissing(ctx)).toBe(0);
  await Promise.all([printService(ctx, serviceId), printService(ctx, serviceId)]);
});
