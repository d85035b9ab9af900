import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '#platform/ids';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { anMp3 } from '../testing/index.ts';
import { storeUpload } from '../uploads/store-upload.ts';
import { readRange } from './read-range.ts';

const world = await aWorld();
const server = await aServer(world);
const directory = await mkdtemp(join(tmpdir(), 'ranges-'));
afterAll(() => rm(directory, { recursive: true }));
const bytes = anMp3(300);
const path = join(directory, 'sound');
await writeFile(path, bytes);
const ownerId = uuidv7(world.clock.now());
const { fileId } = await storeUpload(world.ctx, {
  path,
  fileName: 'a.mp3',
  ownerId,
  purpose: 'gallery',
});
const url = `${server.url}/media/${fileId}/original.mp3`;
const ask = async (range?: string) => {
  const answer = await fetch(url, { headers: range ? { range } : {} });
  return { answer, body: Buffer.from(await answer.arrayBuffer()) };
};

describe('a recording', () => {
  it('is given out whole, with headers that let it do no harm', async () => {
    const { answer, body } = await ask();
    expect(answer.status).toBe(200);
    expect(body.equals(bytes)).toBe(true);
    expect(answer.headers.get('accept-ranges')).toBe('bytes');
    expect(answer.headers.get('content-type')).toBe('audio/mpeg');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(answer.headers.get('content-disposition')).toMatch(/^inline; filename="[\w.-]+"/);
  });

  it.each([
    ['bytes=0-99', 0, 99],
    ['bytes=1000-1000', 1_000, 1_000],
    ['bytes=500-', 500, bytes.byteLength - 1],
    ['bytes=-200', bytes.byteLength - 200, bytes.byteLength - 1],
    [`bytes=0-${bytes.byteLength * 2}`, 0, bytes.byteLength - 1],
  ])('is given out in parts: %s', async (range, first, last) => {
    const { answer, body } = await ask(range);
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${first}-${last}/${bytes.byteLength}`);
    expect(body.equals(bytes.subarray(first, last + 1))).toBe(true);
  });

  it.each([`bytes=${bytes.byteLength}-`, 'bytes=-0'])('has nothing at %s', async (range) => {
    const { answer } = await ask(range);
    expect(answer.status).toBe(416);
    expect(answer.headers.get('content-range')).toBe(`bytes */${bytes.byteLength}`);
  });

  it.each([
    'bytes=5-2',
    'bytes=a-b',
    'bytes=0-1,5-9',
    'items=0-1',
    'bytes=--1',
    `bytes=0-${'9'.repeat(40)}`,
  ])('takes %s for a wish for all', (range) => expect(readRange(range, 1_000)).toBeUndefined());

  it.each(['original.mp4', 'original.', 'original.mp3.exe', '321.webp'])(
    'is not there as %s',
    async (name) => {
      const answer = await fetch(url.replace('original.mp3', name));
      expect(answer.status).toBe(404);
    },
  );

  it('has a drawn mark where a list wants its picture', async () => {
    const answer = await fetch(url.replace('original.mp3', '320.webp'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  });
});
