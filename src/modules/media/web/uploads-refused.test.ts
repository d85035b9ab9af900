import { loadSharp } from '#platform/pictures';
import { storeOf } from '#platform/storage';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it, vi } from 'vitest';
import { anUploader, base64, metadata, pdf, TUS } from '../testing/uploads.fixture.ts';

const world = await aWorld();
const server = await aServer(world);
const { owner, other, stranger, signIn, begun, sendPart, offsetOf, finished, stored } =
  await anUploader(world, server);
const sharp = await loadSharp();

const half = await sharp({
  create: { width: 900, height: 900, channels: 3, background: '#0b5a66' },
})
  .jpeg()
  .toBuffer();

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
