import { Readable } from 'node:stream';
import { uuidv7 } from '#platform/ids';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { findFile } from '../media-store.ts';
import { finishUpload } from './finish-upload.ts';
import { receivePart } from './receive-part.ts';
import { startUpload } from './start-upload.ts';

const world = await aWorld();
const memberId = uuidv7(world.clock.now());
const member = world.as(memberId);
const bytes = Buffer.from('نص عربي يصل على دفعات');
const wish = {
  purpose: 'attachment',
  fileName: 'نص.txt',
  type: 'text/plain',
  byteSize: bytes.byteLength,
} as const;

const part = (uploadId: string, fromByte: number, some: Uint8Array) => ({
  uploadId,
  fromByte,
  bytes: Readable.from([some]),
  byteSize: undefined,
  checksum: undefined,
});

it('an upload belongs to who began it, from its beginning to its file', async () => {
  await expect(startUpload(world.stranger, wish)).rejects.toMatchObject({ status: 401 });
  const { uploadId } = await startUpload(member, wish);
  await receivePart(member, part(uploadId, 0, bytes.subarray(0, 10)));
  const other = world.as(uuidv7(world.clock.now()));
  const rest = part(uploadId, 10, bytes.subarray(10));
  await expect(receivePart(other, rest)).rejects.toMatchObject({ status: 404 });
  await receivePart(member, part(uploadId, 10, bytes.subarray(10)));
  await expect(finishUpload(other, { uploadId })).rejects.toMatchObject({ status: 404 });
  const { fileId } = await finishUpload(member, { uploadId });
  expect(await findFile(world.ctx, fileId)).toMatchObject({ ownerId: memberId, kind: 'file' });
});

it('more bytes than announced, by a sender who named no length, are not kept', async () => {
  const { uploadId } = await startUpload(member, { ...wish, byteSize: 5 });
  const long = part(uploadId, 0, Buffer.alloc(200_000));
  await expect(receivePart(member, long)).rejects.toMatchObject({ code: 'part-too-long' });
  await expect(finishUpload(member, { uploadId })).rejects.toMatchObject({
    code: 'upload-unfinished',
    details: { received: 0 },
  });
});
