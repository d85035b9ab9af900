import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { uuidv7 } from '#platform/ids';
import { aWorld } from '#test/world';
import { afterAll, describe, expect, it } from 'vitest';
import { anMp3, anMp4, anOgg, aWav, aWebm } from '../../testing/index.ts';
import { storeUpload } from '../store-upload.ts';

const world = await aWorld();
const directory = await mkdtemp(join(tmpdir(), 'recordings-'));
afterAll(() => rm(directory, { recursive: true }));
const ownerId = uuidv7(world.clock.now());

async function upload(
  fileName: string,
  bytes: Uint8Array,
  purpose: 'gallery' | 'avatar' = 'gallery',
) {
  const path = join(directory, `${Math.random()}`);
  await writeFile(path, bytes);
  return storeUpload(world.ctx, { path, fileName, ownerId, purpose });
}

const ARCHIVE = Buffer.from('PK\x03\x04'.padEnd(60, '\x01'), 'latin1');
const PAGE = Buffer.from('<html><script>alert(1)</script></html>');
const whole = [
  ['film.mp4', anMp4(), 'video', 'video/mp4'],
  ['film.webm', aWebm(), 'video', 'video/webm'],
  ['live.webm', aWebm({ live: true }), 'video', 'video/webm'],
  ['sound.mp3', anMp3(), 'audio', 'audio/mpeg'],
  ['sound.m4a', anMp4('M4A ', 'soun'), 'audio', 'audio/mp4'],
  ['recorded.mp4', anMp4('isom', 'soun'), 'audio', 'audio/mp4'],
  ['sound.ogg', anOgg(), 'audio', 'audio/ogg'],
  ['sound.wav', aWav(), 'audio', 'audio/wav'],
] as const;

describe('a recording for a gallery', () => {
  it.each(whole)('is taken as what it is: %s', async (...[name, bytes, kind, type]) => {
    const stored = await upload(name, bytes);
    expect(stored).toMatchObject({ kind, type, byteSize: bytes.byteLength, width: undefined });
  });

  it.each(whole)('is told by its bytes, not by its name: %s', async (...[, bytes, kind]) => {
    expect(await upload('picture.png', bytes)).toMatchObject({ kind });
  });

  it.each(whole)('is refused with an archive at its end: %s', async (...[name, bytes]) => {
    const polyglot = Buffer.concat([bytes, ARCHIVE]);
    await expect(upload(name, polyglot)).rejects.toMatchObject({ code: 'broken-recording' });
  });

  it.each(whole)('is refused with a page at its end: %s', async (...[name, bytes]) => {
    const polyglot = Buffer.concat([bytes, PAGE]);
    await expect(upload(name, polyglot)).rejects.toMatchObject({ code: 'broken-recording' });
  });

  it.each(whole)(
    'is refused when only its beginning came, at any length: %s',
    async (...[name, bytes]) => {
      const codes: string[] = [];
      for (const share of [0.2, 0.5, 0.9]) {
        const part = bytes.subarray(0, Math.floor(bytes.byteLength * share));
        codes.push(
          await upload(name, part).then(
            () => 'taken',
            (refusal) => refusal.code,
          ),
        );
      }
      const taken = codes.filter((code) => code === 'taken');
      // MP3 is a stream: its beginning is a shorter recording.
      expect(taken).toHaveLength(name.endsWith('mp3') ? taken.length : 0);
      expect(
        codes.filter((code) => !/^(?:taken|broken-recording|unsupported-type)$/.test(code)),
      ).toEqual([]);
    },
  );

  it.each([
    [
      'a film of another kind',
      'a.mov',
      Buffer.concat([
        Buffer.from([0, 0, 0, 20]),
        Buffer.from('ftypqt  '),
        Buffer.alloc(8),
        Buffer.alloc(60),
      ]),
    ],
    ['a document', 'a.mp4', Buffer.from('%PDF-1.4\n'.padEnd(400, 'x'))],
    ['a page', 'a.webm', PAGE],
  ])('is refused when it is %s', async (...[, name, bytes]) => {
    await expect(upload(name, bytes)).rejects.toMatchObject({ code: 'unsupported-type' });
  });

  it('is refused as an avatar', async () => {
    await expect(upload('a.mp4', anMp4(), 'avatar')).rejects.toMatchObject({
      code: 'unsupported-type',
    });
  });

  it('never makes a bug of hostile bytes', async () => {
    for (const [name, bytes] of whole) {
      for (let round = 0; round < 60; round += 1) {
        const spoiled = Buffer.from(bytes);
        for (let at = 0; at < 6; at += 1)
          spoiled[Math.floor(Math.random() * Math.min(200, spoiled.length))] = Math.floor(
            Math.random() * 256,
          );
        const status = await upload(name, spoiled).then(
          () => 200,
          (refusal) => refusal.status,
        );
        expect([200, 422]).toContain(status);
      }
    }
  });
});
