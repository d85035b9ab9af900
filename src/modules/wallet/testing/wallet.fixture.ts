import { createHmac } from 'node:crypto';
import { type Ctx, deriveSecret } from '#platform/context';
import { SECOND_MS, systemClock } from '#platform/time';

/** The sandbox gateway's signature over a body, sent so many seconds ago. Written out a second time, as another party would. */
export function signWebhook(ctx: Ctx, body: string, ageSeconds = 0): string {
  const at = Math.floor(systemClock.now().getTime() / SECOND_MS) - ageSeconds;
  const secret = deriveSecret(ctx, 'gateway:sandbox');
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
