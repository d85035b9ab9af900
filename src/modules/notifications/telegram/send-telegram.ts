import type { Ctx } from '#platform/context';
import { SECOND_MS } from '#platform/time';
import { Api, GrammyError } from 'grammy';
import type { AlertOutcome, AlertWords } from '../alerts/alert-outcome.ts';

const TIMEOUT_SECONDS = 10;
const MARK = 6;
/** Blocked by its reader, or no such chat. */
const GONE: readonly number[] = [400, 403];

/** The bot's own line to Telegram; undefined where the operator has no bot. */
export function telegramApi(ctx: Ctx): Api | undefined {
  const { telegram } = ctx.site;
  if (!telegram) return undefined;
  return new Api(telegram.token, { apiRoot: telegram.api, timeoutSeconds: TIMEOUT_SECONDS });
}

/** Sends a notice to a chat. It may arrive twice when an answer is lost: the mark at its end stays the same. */
export async function sendTelegram(
  ctx: Ctx,
  chatId: bigint,
  words: AlertWords,
): Promise<AlertOutcome> {
  const api = telegramApi(ctx);
  if (!api) return { kind: 'gone' };
  const mark = `#${words.id.slice(-MARK).toUpperCase()}`;
  const text = [words.title, words.body, words.url, mark]
    .filter((line) => line !== '')
    .join('\n\n');
  try {
    await api.sendMessage(String(chatId), text, { link_preview_options: { is_disabled: true } });
    return { kind: 'sent' };
  } catch (error) {
    ctx.log.warn({ err: error }, 'telegram: not sent');
    if (!(error instanceof GrammyError)) return { kind: 'later' };
    const seconds = error.parameters.retry_after;
    if (seconds !== undefined) return { kind: 'later', afterMs: seconds * SECOND_MS };
    return { kind: GONE.includes(error.error_code) ? 'gone' : 'later' };
  }
}
