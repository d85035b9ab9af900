import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '#platform/context';
import { json, post, type Route } from '#platform/http';
import { DEFAULT_READER } from '#platform/i18n';
import { Refusal } from '#platform/refusals';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';
import { hearTelegram } from '../telegram/hear-telegram.ts';
import { telegramSecret } from '../telegram/telegram-secret.ts';

class NotTelegram extends Refusal {
  constructor() {
    super('not-telegram', { status: 401 });
  }
}

/** Only Telegram knows the secret that the site gave it with this address. */
function isTelegram(ctx: Ctx, header: string | string[] | undefined): boolean {
  const [given, wanted] = [Buffer.from(String(header ?? '')), Buffer.from(telegramSecret(ctx))];
  return (
    ctx.site.telegram !== undefined &&
    given.length === wanted.length &&
    timingSafeEqual(given, wanted)
  );
}

/** What is said to the bot; the answer goes back with the same line (Telegram's «reply to the webhook»). */
export const telegramRoutes: Route[] = [
  post(noticesPaths.telegramUpdates, { access: 'signed' }, async ({ ctx, body, raw }) => {
    if (!isTelegram(ctx, raw.headers['x-telegram-bot-api-secret-token'])) throw new NotTelegram();
    const said = await hearTelegram(ctx, body);
    if (!said) return json({});
    const text = notificationsWords(DEFAULT_READER).bot[said.heard];
    return json({ method: 'sendMessage', chat_id: said.chatId, text });
  }),
];
