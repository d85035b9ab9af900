import { argon2, type Argon2Parameters, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { cleanText } from '#platform/i18n';
import type { RandomBytes } from '#platform/ids';

const derive = promisify(
  argon2 as (
    algorithm: 'argon2id',
    parameters: Argon2Parameters,
    done: (error: Error | null, key: Buffer) => void,
  ) => void,
);

/** OWASP's parameters for Argon2id: 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

/** The Argon2id hash of a password in PHC form (SPEC 1.1). Takes some 50 ms on purpose. */
export async function hashPassword(password: string, random: RandomBytes): Promise<string> {
  const salt = Buffer.from(random(SALT_BYTES));
  const key = await keyOf(password, { salt, length: KEY_BYTES, ...COST });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${plain64(salt)}$${plain64(key)}`;
}

/** Whether the password belongs to the hash; false for a hash of another kind. */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, expected] = PHC.exec(hash) ?? [];
  if (!salt || !expected) return false;
  const wanted = Buffer.from(expected, 'base64');
  const key = await keyOf(password, {
    salt: Buffer.from(salt, 'base64'),
    length: wanted.length,
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
  });
  return timingSafeEqual(key, wanted);
}

interface Recipe {
  salt: Buffer;
  length: number;
  memory: number;
  passes: number;
  parallelism: number;
}

function keyOf(password: string, recipe: Recipe): Promise<Buffer> {
  const { salt, length, ...cost } = recipe;
  // Forms clean what they read; a password from elsewhere must come out the same.
  const message = Buffer.from(cleanText(password));
  return derive('argon2id', { message, nonce: salt, tagLength: length, ...cost });
}

function plain64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
