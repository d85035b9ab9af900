import type { FileHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';

/** Where files are kept: written whole or not at all, read as a stream. */
export interface FileStore {
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Copies a file of this machine in. */
  putFile(key: string, path: string): Promise<void>;
  /** Moves a file of this machine in: by renaming where it can, else copied and removed. */
  moveIn(key: string, path: string): Promise<void>;
  /** The bytes, or undefined when there is no such file. */
  find(key: string): Promise<Buffer | undefined>;
  stream(key: string): Promise<Readable>;
  /** The bytes from `first` to `last`, both included. */
  streamRange(key: string, range: { first: number; last: number }): Promise<Readable>;
  /** Lays files end to end into an open file of this machine. */
  append(keys: readonly string[], to: FileHandle): Promise<void>;
  /** Takes it away; nothing happens when it is not there. */
  remove(key: string): Promise<void>;
  /** Room that is left, in bytes; undefined where nobody can say (a bucket). */
  freeBytes(): Promise<number | undefined>;
}
