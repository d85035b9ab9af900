import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { aMember, PASSWORD } from '#identity/testing';
import { loadSharp } from '#platform/pictures';
import { storeOf } from '#platform/storage';
import type { Browser } from '#test/browser';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { keepFiles } from '../keep-files.ts';
import { inTransaction } from '#platform/context';
import { sweepUnkeptFiles } from '../sweeping/sweep-unkept-files.ts';
import { sweepUploads } from '../sweeping/sweep-uploads.ts';

const world = await aWorld();
const server = await aServer(world);
const sharp = await loadSharp();
const DAY_MS = 24 * 60 * 60 * 1_000;

async function signIn(email: string): Promise<Browser> {
  await aMember(world, { email });
  const browser = server.browser();
  await browser.get('/sign-in');
  await browser.post('/sign-in', { email, password: PASSWORD });
  await browser.get('/contact');
  return browser;
}

const owner = await signIn('owner@example.com');
const other = await signIn('other@example.com');
const stranger = server.browser();
await stranger.get('/contact');

const base64 = (text: string) => Buffer.from(text).toString('base64');
const metadata = (fileName: string, purpose = 'attachment', type = '') =>
  [`filename ${base64(fileName)}`, `purpose ${base64(purpose)}`, `filetype ${base64(type)}`].join();
const TUS = { 'tus-resumable': '1.0.0', accept: 'application/json' };

/** Begins an upload; its address. */
async function begun(byteSize: number, fileName = 'عمل.pdf', purpose = 'attachment') {
  const answer = await owner.send('POST', '/uploads', {
    ...TUS,
    'upload-length': String(byteSize),
    'upload-metadata': metadata(fileName, purpose),
  });
  expect(answer.status).toBe(201);
  return answer.headers.get('location') ?? '';
}

const sendPart = (path: string, at: number, bytes: Uint8Array, headers = {}, who = owner) =>
  who.send(
    'PATCH',
    path,
    {
      ...TUS,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(at),
      ...headers,
    },
    bytes,
  );
const offsetOf = async (path: string, who = owner) => {
  const { status, headers } = await who.send('HEAD', path, TUS);
  return [status, headers.get('upload-offset')];
};
const finished = async (path: string, fields = {}) => {
  const answer = await owner.send(
    'POST',
    `${path}/file`,
    { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    new URLSearchParams(fields).toString(),
  );
  return { status: answer.status, file: answer.text === '' ? {} : JSON.parse(answer.text) };
};
const stored = async () => {
  const names = await readdir(join(world.ctx.site.dataDir, 'files'), {
    recursive: true,
    withFileTypes: true,
  });
  return names.filter((entry) => entry.isFile()).length;
};
const pdf = (byteSize: number) =>
  Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(byteSize - 9, 'x')]);
const chunk = (bytes: Uint8Array, at: number, size: number) => bytes.subarray(at, at + size);

const half = await sharp({
  create: { width: 900, height: 900, channels: 3, background: '#0b5a66' },
})
  .jpeg()
  .toBuffer();

beforeAll(async () => {
  // The directories are there before anything is counted.
  const path = await begun(20);
  await owner.send('DELETE', path, TUS);
});

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

describe('what is refused', () => {
  const creation = (headers: Record<string, string>) =>
    owner.send('POST', '/uploads', {
      ...TUS,
      'upload-length': '100',
      'upload-metadata': metadata('a.pdf'),
      ...headers,
    });

  it.each([
    ['without a size', { 'upload-length': '' }, 400],
    ['with a size that is none', { 'upload-length': '1e9' }, 400],
    ['with a negative size', { 'upload-length': '-1' }, 400],
    ['empty', { 'upload-length': '0' }, 422],
    ['over the limit', { 'upload-length': String(250 * 1024 * 1024 + 1) }, 422],
    ['beyond any number', { 'upload-length': '9'.repeat(40) }, 400],
    ['without a purpose', { 'upload-metadata': `filename ${base64('a.pdf')}` }, 400],
    ['for a purpose that is none', { 'upload-metadata': metadata('a.pdf', '__proto__') }, 400],
    ['as a program', { 'upload-metadata': metadata('setup.exe') }, 422],
    ['as a document for a gallery', { 'upload-metadata': metadata('a.pdf', 'gallery') }, 422],
    [
      'as a page for a gallery',
      { 'upload-metadata': metadata('a.png', 'gallery', 'text/html') },
      422,
    ],
    [
      'as a film for an avatar',
      { 'upload-metadata': metadata('a.mp4', 'avatar', 'video/mp4') },
      422,
    ],
    [
      'over the limit of a gallery',
      {
        'upload-metadata': metadata('a.png', 'gallery'),
        'upload-length': String(5 * 1024 * 1024 + 1),
      },
      422,
    ],
    ['in another version', { 'tus-resumable': '0.2.2' }, 412],
    ['without a version', { 'tus-resumable': '' }, 412],
    ['as a part of another', { 'upload-concat': 'partial' }, 400],
    ['with its size later', { 'upload-defer-length': '1' }, 400],
    [
      'with metadata of another kind',
      {
        'upload-metadata': 'ملف'
          .split('')
          .map(() => '?')
          .join(''),
      },
      400,
    ],
    [
      'with endless metadata',
      { 'upload-metadata': `purpose ${base64('attachment')},filename ${'A'.repeat(9_000)}` },
      201,
    ],
  ] as const)('a beginning %s', async (...[, headers, status]) => {
    const answer = await creation(headers);
    expect([answer.status, answer.headers.get('tus-resumable')]).toEqual([status, '1.0.0']);
    if (status !== 201) expect(JSON.parse(answer.text).detail).toMatch(/[\u0600-\u06ff]/);
  });

  it.each([
    ['elsewhere than it ends', { 'upload-offset': '10' }, 409],
    ['nowhere', { 'upload-offset': '' }, 400],
    ['before its beginning', { 'upload-offset': '-1' }, 400],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as a picture', { 'content-type': 'image/png' }, 415],
    ['with a checksum that is none', { 'upload-checksum': 'md5 AAAA' }, 400],
    ['in another version', { 'tus-resumable': '2.0.0' }, 412],
  ] as const)('a part %s', async (...[, headers, status]) => {
    const path = await begun(100);
    const answer = await sendPart(path, 0, pdf(50), headers);
    expect(answer.status).toBe(status);
    expect(await offsetOf(path)).toEqual([200, '0']);
  });

  it('a part longer than what is missing', async () => {
    const path = await begun(100);
    expect((await sendPart(path, 0, pdf(101))).status).toBe(413);
    expect(await offsetOf(path)).toEqual([200, '0']);
  });

  it('a file before its end, in words', async () => {
    const path = await begun(100);
    await sendPart(path, 0, pdf(99));
    const { status, file } = await finished(path);
    expect([status, file.detail]).toEqual([409, expect.stringContaining('لم يصل الملف كله')]);
  });

  it.each([
    ['a page called a picture', 'a.png', 'gallery', Buffer.from('<html><script>alert(1)</script>')],
    [
      'a program called a document',
      'a.pdf',
      'attachment',
      Buffer.from('MZ\x90\0'.padEnd(400, '\0'), 'latin1'),
    ],
    ['a picture that ends too early', 'a.jpg', 'gallery', half.subarray(0, 700)],
  ])('%s, at the end, and nothing of it stays', async (...[, name, purpose, bytes]) => {
    const before = await stored();
    const path = await begun(bytes.byteLength, name, purpose);
    await sendPart(path, 0, bytes);
    const { status, file } = await finished(path);
    expect([status, file.detail]).toEqual([422, expect.stringContaining(name)]);
    expect(await stored()).toBe(before);
    expect(await offsetOf(path)).toEqual([404, null]);
  });

  it.each(['1', '0,0,1', '0,0,2,1', '0.9,0,0.5,1', '0,0,0,0', 'NaN,0,1,1', '0,0,1,1;'])(
    'the cut %j',
    async (crop) => {
      const path = await begun(100, 'a.png', 'gallery');
      expect((await finished(path, { crop })).status).toBe(400);
    },
  );

  it.each([
    ['a stranger', stranger, 401],
    ['another member', other, 404],
  ] as const)('%s at every step', async (...[, who, status]) => {
    const path = await begun(100);
    const answers = [
      await who.send('HEAD', path, TUS),
      await sendPart(path, 0, pdf(50), {}, who),
      await who.send('POST', `${path}/file`, { accept: 'application/json' }),
      await who.send('DELETE', path, TUS),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([status, status, status, status]);
    expect(await offsetOf(path)).toEqual([200, '0']);
  });

  it('a part without the token of the session', async () => {
    const path = await begun(100);
    const answer = await sendPart(path, 0, pdf(50), { 'x-csrf-token': other.token });
    expect([answer.status, await offsetOf(path)]).toEqual([403, [200, '0']]);
  });

  it('more than one member may have on the way', async () => {
    const many = await signIn('many@example.com');
    const begin = () =>
      many.send('POST', '/uploads', {
        ...TUS,
        'upload-length': String(249 * 1024 * 1024),
        'upload-metadata': metadata('a.zip'),
      });
    const answers = await Promise.all(Array.from({ length: 12 }, begin));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(8);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(4);
  });

  it('what finds the disk full: in words, and what was there before stays', async () => {
    const path = await begun(100);
    await sendPart(path, 0, pdf(40));
    const files = await storeOf(world.ctx);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const moveIn = vi.spyOn(files, 'moveIn').mockRejectedValueOnce(full);
    const answer = await sendPart(path, 40, pdf(40));
    moveIn.mockRestore();
    expect([answer.status, JSON.parse(answer.text).detail]).toEqual([
      507,
      expect.stringContaining('لا مكان للملفات'),
    ]);
    expect(await offsetOf(path)).toEqual([200, '40']);
    const freeBytes = vi.spyOn(files, 'freeBytes').mockResolvedValue(1_000);
    expect((await creation({})).status).toBe(507);
    freeBytes.mockRestore();
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
