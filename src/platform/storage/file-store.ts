import type { Readable } from 'node:stream';

/** Where files are kept: written whole or not at all, read as a stream. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Copies a file of this machine in. */
  putFile(key: string, path: string): Promise<void>;
  /** The bytes, or undefined when there is no such file. */
  find(key: string): Promise<Buffer | undefined>;
  stream(key: string): Promise<Readable>;
  remove(key: string): Promise<void>;
}
