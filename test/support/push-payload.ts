import { createECDH, type ECDH, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';

interface Ece {
  decrypt(
    body: Buffer,
    keys: { version: 'aes128gcm'; privateKey: ECDH; dh: string; authSecret: string },
  ): Buffer;
}
const ece = createRequire(import.meta.url)('http_ece') as Ece;

/** A browser's own half of a subscription: what it tells the site, and what it keeps to read with. */
export interface PushReader {
  p256dh: string;
  auth: string;
  /** What a push of the site says, as the browser alone can read it (RFC 8291). */
  read(body: Buffer): string;
}

export function aPushReader(): PushReader {
  const keys = createECDH('prime256v1');
  const p256dh = keys.generateKeys('base64url');
  const auth = randomBytes(16).toString('base64url');
  return {
    p256dh,
    auth,
    read: (body) =>
      ece
        .decrypt(body, { version: 'aes128gcm', privateKey: keys, dh: p256dh, authSecret: auth })
        .toString(),
  };
}
