import { createReadStream } from 'node:fs';
import { type FileHandle, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import type { DriverContract } from 'flydrive/types';
import type { FileStore } from './file-store.ts';
import { cutBytes } from './cut-bytes.ts';
import { WholeFileDriver } from './whole-file-driver.ts';

/** Opens the bucket of the environment (S3_BUCKET, S3_REGION, S3_ENDPOINT, AWS keys) or the disk. */
export async function openStore(dataDir: string): Promise<FileStore> {
  const bucket = process.env.S3_BUCKET;
  if (bucket) return overDisk(new Disk(await openBucket(bucket)));
  const root = join(dataDir, 'files');
  const driver = new WholeFileDriver({ location: root, visibility: 'private' });
  return { ...overDisk(new Disk(driver)), ...ofDirectory(root) };
}

async function openBucket(bucket: string): Promise<DriverContract> {
  const { S3Driver } = await import('flydrive/drivers/s3').catch((cause) => {
    throw new Error('S3_BUCKET is set, but the package @aws-sdk/client-s3 is not installed', {
      cause,
    });
  });
  // The SDK finds its keys in the environment, or in the machine's role, by itself.
  return new S3Driver({
    bucket,
    region: process.env.S3_REGION ?? 'us-east-1',
    ...(process.env.S3_ENDPOINT ? { endpoint: process.env.S3_ENDPOINT, forcePathStyle: true } : {}),
    visibility: 'private',
    supportsACL: false,
  });
}

function overDisk(disk: Disk): FileStore {
  const putFile = (key: string, path: string) => disk.putStream(key, createReadStream(path));
  return {
    put: (key, bytes) => disk.put(key, bytes),
    putFile,
    async moveIn(key, path) {
      await putFile(key, path);
      await rm(path, { force: true });
    },
    async find(key) {
      const stream = await openIfThere(disk, key);
      return stream && buffer(stream);
    },
    stream: (key) => disk.getStream(key),
    streamRange: async (key, range) => cutBytes(await disk.getStream(key), range),
    async append(keys, to) {
      for (const key of keys) {
        for await (const chunk of await disk.getStream(key)) await to.writeFile(chunk as Buffer);
      }
    },
    remove: (key) => disk.delete(key),
    freeBytes: async () => undefined,
  };
}

/** What a directory of this machine can do better than any store. */
function ofDirectory(
  root: string,
): Pick<FileStore, 'moveIn' | 'streamRange' | 'append' | 'freeBytes'> {
  return {
    async moveIn(key, path) {
      const target = join(root, key);
      await rename(path, target).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
        await mkdir(dirname(target), { recursive: true });
        await rename(path, target);
      });
    },
    streamRange: async (key, { first, last }) =>
      createReadStream(join(root, key), { start: first, end: last }),
    async append(keys, to) {
      const buffer = Buffer.allocUnsafe(COPY_BYTES);
      for (const key of keys) await copyInto(to, { path: join(root, key), buffer });
    },
    async freeBytes() {
      await mkdir(root, { recursive: true });
      const { bavail, bsize } = await statfs(root);
      return bavail * bsize;
    },
  };
}

const COPY_BYTES = 512 * 1024;

async function copyInto(to: FileHandle, from: { path: string; buffer: Buffer }): Promise<void> {
  const { path, buffer } = from;
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.byteLength);
      if (bytesRead === 0) return;
      await to.writeFile(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

async function openIfThere(disk: Disk, key: string): Promise<Readable | undefined> {
  if (!(await disk.exists(key))) return undefined;
  return disk.getStream(key);
}
