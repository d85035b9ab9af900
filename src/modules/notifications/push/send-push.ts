import { config } from '#config';
import type { Ctx } from '#platform/context';
import { SECOND_MS } from '#platform/time';
import webPush from 'web-push';
import type { AlertOutcome, AlertWords } from '../alerts/alert-outcome.ts';
import type { PushDevice } from './push-device-store.ts';
import { pushKeys } from './push-keys.ts';
import { isPushService } from './push-service.ts';

const TTL_SECONDS = 24 * 3_600;
const TIMEOUT_MS = 10 * SECOND_MS;
const GONE: readonly number[] = [404, 410];
const TOO_MANY = 429;

/**
 * Sends a push to one browser, encrypted for it alone (RFC 8291) and signed as ours (RFC 8292). The notice's
 * id is its topic: one that still waits at the maker is replaced, not doubled (RFC 8030, 5.4).
 */
export async function sendPush(
  ctx: Ctx,
  device: PushDevice,
  words: AlertWords,
): Promise<AlertOutcome> {
  const { endpoint, p256dh, auth } = device;
  if (!isPushService(endpoint, ctx.site)) return { kind: 'gone' };
  const { headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(words),
    {
      TTL: TTL_SECONDS,
      topic: words.id.replaceAll('-', ''),
      vapidDetails: { subject: `mailto:${config.brand.supportEmail}`, ...pushKeys(ctx) },
    },
  );
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: Object.entries(headers).map(([name, value]) => [name, String(value)]),
      body: new Uint8Array(body ?? []),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await answer.body?.cancel();
    if (answer.ok) return { kind: 'sent' };
    if (GONE.includes(answer.status)) return { kind: 'gone' };
    const seconds = Number(answer.headers.get('retry-after'));
    return answer.status === TOO_MANY && seconds > 0
      ? { kind: 'later', afterMs: seconds * SECOND_MS }
      : { kind: 'later' };
  } catch (error) {
    ctx.log.warn({ err: error }, 'push: not sent');
    return { kind: 'later' };
  }
}
