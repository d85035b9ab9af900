import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import type { DriverContract } from 'flydrive/types';
import type { FileStore } from './file-store.ts';
import { WholeFileDriver } from './whole-file-driver.ts';

/** Opens the bucket of the environment (S3_BUCKET, S3_REGION, S3_ENDPOINT, AWS keys) or the disk. */
export async function openStore(dataDir: string): Promise<FileStore> {
  const bucket = process.env.S3_BUCKET;
  const driver = bucket
    ? await openBucket(bucket)
    : new WholeFileDriver({ location: join(dataDir, 'files'), visibility: 'private' });
  return overDisk(new Disk(driver));
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
  return {
    put: (key, bytes) => disk.put(key, bytes),
    putFile: (key, path) => disk.putStream(key, createReadStream(path)),
    async find(key) {
      const stream = await openIfThere(disk, key);
      return stream && buffer(stream);
    },
    stream: (key) => disk.getStream(key),
    remove: (key) => disk.delete(key),
  };
}

async function openIfThere(disk: Disk, key: string): Promise<Readable | undefined> {
  if (!(await disk.exists(key))) return undefined;
  return disk.getStream(key);
}
