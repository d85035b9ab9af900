import { createECDH } from 'node:crypto';
import { type Ctx, deriveSecret } from '#platform/context';

/** The site's key pair at the makers of browsers (VAPID, RFC 8292), base64url. */
export interface PushKeys {
  publicKey: string;
  privateKey: string;
}

/** The keys follow from the site's secret: every process has the same, and nothing has to be kept. */
export function pushKeys(ctx: Ctx): PushKeys {
  const privateKey = deriveSecret(ctx, 'web-push');
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(privateKey, 'base64url'));
  return { publicKey: pair.getPublicKey('base64url'), privateKey };
}
