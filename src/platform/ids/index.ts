import { randomBytes } from 'node:crypto';

/** Gives random bytes; replaced by a seeded source where a world must come out the same twice. */
export type RandomBytes = (size: number) => Uint8Array;

/** A UUIDv7 (RFC 9562) for the instant given: sorts by time, made in the application. */
export function uuidv7(at: Date, random: RandomBytes = randomBytes): string {
  const bytes = Uint8Array.from(random(16));
  let ms = at.getTime();
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in canonical lower case; anything else never reaches the database. */
export function isUuid(text: unknown): text is string {
  return typeof text === 'string' && UUID.test(text);
}

const CODE_LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A short code for people to read aloud (7F3K-92QD): 8 letters without look-alikes. */
export function shortCode(random: RandomBytes = randomBytes): string {
  const letters = Array.from(random(8), (byte) => CODE_LETTERS[byte % 32]).join('');
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}
