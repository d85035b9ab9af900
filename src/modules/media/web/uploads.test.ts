import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { inTransaction } from '#platform/context';
import { loadSharp } from '#platform/pictures';
import { storeOf } from '#platform/storage';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { keepFiles } from '../keep-files.ts';
import { sweepUnkeptFiles } from '../sweeping/sweep-unkept-files.ts';
import { sweepUploads } from '../sweeping/sweep-uploads.ts';
import { anUploader, pdf, TUS } from '../testing/uploads.fixture.ts';

const world = await aWorld();
const server = await aServer(world);
const { owner, begun, sendPart, offsetOf, finished, stored } = await anUploader(world, server);
const sharp = await loadSharp();
const DAY_MS = 24 * 60 * 60 * 1_000;

const chunk = (bytes: Uint8Array, at: number, size: number) => bytes.subarray(at, at + size);

describe('an upload in parts', () => {
  it('is a file when every byte is here, in whatever parts they came, and bit for bit the same', async () => {
    const bytes = pdf(300_000);
    const path = await begun(bytes.byteLength);
    let at = 0;
    while (at < bytes.byteLength) {
      const size = 1 + Math.floor(Math.random() * 90_000);
      const answer = await sendPart(path, at, chunk(bytes, at, size));
      at = Math.min(bytes.byteLength, at + size);
      expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, String(at)]);
    }
    const first = await finished(path);
    expect(first).toMatchObject({
      status: 201,
      file: {
        kind: 'file',
        type: 'application/pdf',
        byteSize: bytes.byteLength,
        fileName: 'عمل.pdf',
      },
    });
    expect(await finished(path)).toEqual(first);
    const { rows } = await world.ctx.pool.query(
      'select storage_key from media.files where id = $1',
      [first.file.fileId],
    );
    const kept = await (await storeOf(world.ctx)).find(rows[0].storage_key);
    expect(kept?.equals(bytes)).toBe(true);
  });

  it('keeps what arrived when the line breaks, and goes on from there', async () => {
    const bytes = pdf(400_000);
    const path = await begun(bytes.byteLength);
    const { hostname, port } = new URL(server.url);
    for (const announced of [100_000, 250_000]) {
      const [, before = '0'] = await offsetOf(path);
      const at = Number(before);
      const socket = connect(Number(port), hostname);
      socket.write(
        `PATCH ${path} HTTP/1.1\r\nHost: ${hostname}\r\nCookie: session=${owner.cookie('session')}\r\nX-CSRF-Token: ${owner.token}\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: ${at}\r\nContent-Type: application/offset+octet-stream\r\nContent-Length: ${announced}\r\n\r\n`,
      );
      socket.write(chunk(bytes, at, 60_000 + Math.floor(Math.random() * 20_000)));
      await new Promise((later) => setTimeout(later, 150));
      socket.destroy();
      await expect.poll(async () => Number((await offsetOf(path))[1])).toBeGreaterThan(at);
    }
    const [, reached] = await offsetOf(path);
    await sendPart(path, Number(reached), bytes.subarray(Number(reached)));
    const { file } = await finished(path);
    const { rows } = await world.ctx.pool.query(
      'select storage_key from media.files where id = $1',
      [file.fileId],
    );
    const kept = await (await storeOf(world.ctx)).find(rows[0].storage_key);
    expect(kept?.equals(bytes)).toBe(true);
  });

  it('takes one of many parts sent at once for the same place', async () => {
    const bytes = pdf(200_000);
    const path = await begun(bytes.byteLength);
    const before = await stored();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        sendPart(path, 0, chunk(bytes, 0, 50_000 + at * 10_000)),
      ),
    );
    const taken = answers.filter(({ status }) => status === 204);
    expect(taken).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(7);
    expect(await stored()).toBe(before + 1);
    const at = Number(taken[0]?.headers.get('upload-offset'));
    expect(await offsetOf(path)).toEqual([200, String(at)]);
    await sendPart(path, at, bytes.subarray(at));
    expect((await finished(path)).status).toBe(201);
  });

  it('becomes one file when its end is asked for many times at once', async () => {
    const bytes = pdf(30_000);
    const path = await begun(bytes.byteLength);
    await sendPart(path, 0, bytes);
    const files = await Promise.all(Array.from({ length: 6 }, () => finished(path)));
    expect(new Set(files.map(({ file }) => file.fileId)).size).toBe(1);
  });

  it.each(['sha1', 'sha256'])('proves a part by its %s, or keeps nothing of it', async (hash) => {
    const bytes = pdf(20_000);
    const path = await begun(bytes.byteLength);
    const digest = createHash(hash).update(bytes).digest('base64');
    const spoiled = Buffer.from(bytes).fill('y', 100, 200);
    const wrong = await sendPart(path, 0, spoiled, { 'upload-checksum': `${hash} ${digest}` });
    expect([wrong.status, await offsetOf(path)]).toEqual([460, [200, '0']]);
    const right = await sendPart(path, 0, bytes, { 'upload-checksum': `${hash} ${digest}` });
    expect([right.status, await offsetOf(path)]).toEqual([204, [200, '20000']]);
  });

  it('is forgotten with its bytes when it is cancelled', async () => {
    const before = await stored();
    const path = await begun(20_000);
    await sendPart(path, 0, pdf(10_000));
    expect(await stored()).toBe(before + 1);
    expect((await owner.send('DELETE', path, TUS)).status).toBe(204);
    expect(await stored()).toBe(before);
    expect(await offsetOf(path)).toEqual([404, null]);
  });

  it('passes through proxies that let only POST through', async () => {
    const path = await begun(10);
    const answer = await owner.send(
      'POST',
      path,
      {
        ...TUS,
        'x-http-method-override': 'PATCH',
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
      },
      pdf(10),
    );
    expect([answer.status, answer.headers.get('upload-offset')]).toEqual([204, '10']);
  });
});

describe('time', () => {
  it('keeps an upload seven days after its last byte, then it is gone with its bytes', async () => {
    const before = await stored();
    const path = await begun(100);
    world.clock.advance(6 * DAY_MS);
    await sendPart(path, 0, pdf(50));
    world.clock.advance(6 * DAY_MS);
    expect(await offsetOf(path)).toEqual([200, '50']);
    world.clock.advance(DAY_MS + 1);
    expect(await offsetOf(path)).toEqual([410, null]);
    expect((await sendPart(path, 50, pdf(50))).status).toBe(410);
    await sweepUploads(world.ctx);
    expect(await offsetOf(path)).toEqual([404, null]);
    expect(await stored()).toBeLessThanOrEqual(before);
  });

  it('takes a finished file that nothing holds after seven days, and no other', async () => {
    const make = async () => {
      const path = await begun(5_000, 'a.pdf');
      await sendPart(path, 0, pdf(5_000));
      return (await finished(path)).file.fileId as string;
    };
    const [held, left] = [await make(), await make()];
    await inTransaction(world.ctx, (tx) => keepFiles(tx, [held]));
    world.clock.advance(7 * DAY_MS - 1_000);
    await sweepUnkeptFiles(world.ctx);
    const there = async () => {
      const { rows } = await world.ctx.pool.query('select id from media.files where id = any($1)', [
        [held, left],
      ]);
      const ids = rows.map(({ id }) => id);
      return [held, left].filter((id) => ids.includes(id));
    };
    expect(await there()).toEqual([held, left]);
    world.clock.advance(2_000);
    const before = await stored();
    await sweepUnkeptFiles(world.ctx);
    expect(await there()).toEqual([held]);
    expect(await stored()).toBe(before - 1);
  });
});

describe('a picture', () => {
  it('is cut where its owner said, and cut anew as another file', async () => {
    // Left half red, right half blue; upright, twice as high as the cut.
    const red = await sharp({
      create: { width: 800, height: 900, channels: 3, background: '#f00' },
    })
      .png()
      .toBuffer();
    const bytes = await sharp({
      create: { width: 1600, height: 900, channels: 3, background: '#00f' },
    })
      .composite([{ input: red, left: 0, top: 0 }])
      .png()
      .toBuffer();
    const path = await begun(bytes.byteLength, 'two.png', 'gallery');
    await sendPart(path, 0, bytes);
    const cut = async (crop: string) => {
      const { file } = await finished(path, { crop });
      const { rows } = await world.ctx.pool.query(
        'select storage_key from media.files where id = $1',
        [file.fileId],
      );
      const kept = (await (await storeOf(world.ctx)).find(rows[0].storage_key)) ?? Buffer.alloc(0);
      const [r, , b] = (await sharp(kept).stats()).channels;
      const { width, height } = await sharp(kept).metadata();
      return {
        id: file.fileId,
        red: Number(r?.mean) > 200,
        blue: Number(b?.mean) > 200,
        size: `${width}x${height}`,
      };
    };
    const left = await cut('0,0,0.5,0.5');
    const right = await cut('0.5,0.5,0.5,0.5');
    expect(left).toMatchObject({ red: true, blue: false, size: '800x450' });
    expect(right).toMatchObject({ red: false, blue: true, size: '800x450' });
    expect(left.id).not.toBe(right.id);
  });
});
