import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { drawSvg, loadSharp } from '#platform/pictures';
import { uuidv7 } from '#platform/ids';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { openFile } from '../open-file.ts';
import { findPictureVariant } from '../variants/picture-variant.ts';
import { type Upload, storeUpload } from './store-upload.ts';

const world = await aWorld();
const sharp = await loadSharp();
const directory = await mkdtemp(join(tmpdir(), 'media-test-'));
afterAll(() => rm(directory, { recursive: true }));
const ownerId = uuidv7(world.clock.now());

async function upload(
  fileName: string,
  bytes: Uint8Array | string,
  purpose: Upload['purpose'] = 'gallery',
) {
  const path = join(directory, `${Math.random()}`);
  await writeFile(path, bytes);
  return storeUpload(world.ctx, { path, fileName, ownerId, purpose });
}

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0b5a66' } });

const gif = await photo(30, 20).gif().toBuffer();
const beginning = (await photo(900, 900).jpeg().toBuffer()).subarray(0, 700);
const bomb = await photo(12_000, 12_000).png({ compressionLevel: 9 }).toBuffer();

describe('a picture for a gallery', () => {
  it('is cut to 16:9, made anew and stripped of what else it said', async () => {
    const bytes = await photo(2000, 2000)
      .withExif({ IFD0: { Copyright: 'secret place' } })
      .jpeg()
      .toBuffer();
    const stored = await upload(
      '../../a photo.JPG',
      Buffer.concat([bytes, Buffer.from('<script>')]),
    );
    expect(stored).toMatchObject({
      kind: 'image',
      type: 'image/jpeg',
      width: 1600,
      height: 900,
      fileName: 'a photo.JPG',
    });
    const opened = await openFile(world.ctx, stored.fileId);
    const kept = await buffer(opened.stream);
    expect(kept.byteLength).toBe(opened.byteSize);
    expect(kept.includes('secret place')).toBe(false);
    expect(kept.includes('<script>')).toBe(false);
  });

  it('is not blown up and keeps its transparency', async () => {
    const bytes = await sharp({
      create: { width: 320, height: 400, channels: 4, background: '#0000' },
    })
      .png()
      .toBuffer();
    expect(await upload('a.png', bytes)).toMatchObject({
      width: 320,
      height: 180,
      type: 'image/webp',
    });
  });

  it.each([
    [
      'a program named as a picture',
      'a.png',
      Buffer.from('MZ\x90\x00'.padEnd(400, '\x00')),
      'unsupported-type',
    ],
    [
      'an SVG',
      'a.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'unsupported-type',
    ],
    [
      'an SVG named as a picture',
      'a.png',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>',
      'unsupported-type',
    ],
    ['a page', 'a.html', '<!doctype html><script>alert(1)</script>', 'unsupported-type'],
    ['an archive', 'a.jpg', Buffer.from('PK\x03\x04'.padEnd(400, '\x01')), 'unsupported-type'],
    ['a GIF', 'a.gif', gif, 'unsupported-type'],
    ['nothing', 'a.png', '', 'empty-file'],
    ['the beginning of a picture', 'a.jpg', beginning, 'broken-image'],
    ['more bytes than the limit', 'a.jpg', Buffer.alloc(5 * 1024 * 1024 + 1, 1), 'file-too-large'],
    ['a bomb of pixels', 'a.png', bomb, 'broken-image'],
  ])('is refused when it is %s', async (...[, fileName, bytes, code]) => {
    await expect(upload(fileName, bytes)).rejects.toMatchObject({ code, status: 422 });
    const { rows } = await world.ctx.pool.query(
      'select 1 from media.files where file_name = $1 and purpose = $2',
      [fileName, 'gallery'],
    );
    if (fileName !== 'a.png') expect(rows).toEqual([]);
  });

  it('is refused when the reader had to cut it off', async () => {
    const path = join(directory, 'cut');
    await writeFile(path, await photo(10, 10).png().toBuffer());
    const cut = storeUpload(world.ctx, {
      path,
      fileName: 'a.png',
      ownerId,
      purpose: 'gallery',
      truncated: true,
    });
    await expect(cut).rejects.toMatchObject({ code: 'file-too-large' });
  });
});

describe('a delivery', () => {
  it.each([
    [
      'a drawing',
      'logo.svg',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
      'file',
      'image/svg+xml',
    ],
    ['a text in Arabic', 'مقال.txt', Buffer.from('نصٌّ عربي'), 'file', 'text/plain'],
    [
      'an archive',
      'work.zip',
      Buffer.from('PK\x03\x04'.padEnd(400, '\x01')),
      'file',
      'application/zip',
    ],
    ['a picture', 'a.gif', gif, 'image', 'image/gif'],
  ])('stays bit for bit when it is %s', async (...[, fileName, bytes, kind, type]) => {
    const stored = await upload(fileName, bytes, 'attachment');
    expect(stored).toMatchObject({ kind, type, fileName, byteSize: bytes.byteLength });
    const opened = await openFile(world.ctx, stored.fileId);
    expect(Buffer.compare(await buffer(opened.stream), bytes)).toBe(0);
  });

  it.each([
    ['a program', 'setup.exe', Buffer.from('MZ\x90\x00'.padEnd(400, '\x00')), 'unsupported-type'],
    ['a script for a shell', 'notes.txt', Buffer.from('#!/bin/sh\nrm -rf ~'), 'unsupported-type'],
    ['bytes named as text', 'notes.txt', Buffer.from([0xff, 0xfe, 0xfa, 0x80]), 'unsupported-type'],
    ['of no known kind', 'file.qqq', Buffer.from('hello'), 'unsupported-type'],
    ['a bomb of pixels', 'a.png', bomb, 'broken-image'],
  ])('is refused when it is %s', async (...[, fileName, bytes, code]) => {
    await expect(upload(fileName, bytes, 'attachment')).rejects.toMatchObject({ code });
  });

  it('is never given out as a public picture', async () => {
    const { fileId } = await upload('a.png', await photo(400, 400).png().toBuffer(), 'attachment');
    expect(await findPictureVariant(world.stranger, fileId, '320.webp')).toBeUndefined();
  });
});

describe('a variant', () => {
  it('is made in width and format, once, and kept', async () => {
    const { fileId } = await upload('a.jpg', await photo(1600, 900).jpeg().toBuffer());
    const many = await Promise.all(
      Array.from({ length: 8 }, () => findPictureVariant(world.stranger, fileId, '320.avif')),
    );
    expect(new Set(many.map((variant) => variant?.bytes)).size).toBe(1);
    const { format, width, height } = await sharp(many[0]!.bytes).metadata();
    expect([format, width, height]).toEqual(['heif', 320, 180]);
  });

  it.each(['321.webp', '320.png', '0320.webp', '320.webp.avif', '../320.webp', ''])(
    'named %j does not exist',
    async (name) => {
      const { fileId } = await upload('a.jpg', await photo(320, 180).jpeg().toBuffer());
      expect(await findPictureVariant(world.stranger, fileId, name)).toBeUndefined();
    },
  );

  it.each(['no-id', '../../etc/passwd', uuidv7(world.clock.now())])(
    'of %j does not exist',
    async (id) => {
      expect(await findPictureVariant(world.stranger, id, '320.webp')).toBeUndefined();
    },
  );
});

it('Arabic in our own drawings is shaped with our font', async () => {
  const draw = (family: string) =>
    drawSvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="80"><text x="290" y="50" direction="rtl" font-family="${family}" font-size="40">شعار عربي</text></svg>`,
    );
  const [ours, other] = await Promise.all([draw('Readex Pro'), draw('DejaVu Sans')]);
  const { channels } = await sharp(ours).stats();
  expect(channels[3]!.mean).toBeGreaterThan(1);
  expect(Buffer.compare(ours, other)).not.toBe(0);
});
