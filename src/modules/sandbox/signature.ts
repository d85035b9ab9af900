import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ctx, deriveSecret } from '#platform/context';
import { systemClock } from '#platform/time';
import { NotSigned } from './sandbox-errors.ts';

const TOLERANCE_SECONDS = 300;

/** The signature header for a body sent now. */
export function signatureOf(ctx: Ctx, body: string): string {
  const at = String(Math.floor(systemClock.now().getTime() / 1_000));
  return `t=${at},v1=${digest(ctx, at, body)}`;
}

/** Refuses NotSigned unless the header signs this body and is not older than five minutes. */
export function requireSignature(ctx: Ctx, header: unknown, body: string | undefined): void {
  const match = typeof header === 'string' ? /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header) : null;
  if (!match || body === undefined) throw new NotSigned();
  const [at, given] = [match[1] as string, match[2] as string];
  const age = Math.abs(systemClock.now().getTime() / 1_000 - Number(at));
  if (age > TOLERANCE_SECONDS) throw new NotSigned();
  if (!timingSafeEqual(Buffer.from(digest(ctx, at, body)), Buffer.from(given)))
    throw new NotSigned();
}

function digest(ctx: Ctx, at: string, body: string): string {
  return createHmac('sha256', deriveSecret(ctx, 'gateway:sandbox'))
    .update(`${at}.${body}`)
    .digest('hex');
}
