import { type Ctx, deriveSecret } from '#platform/context';

/** What Telegram says with every update, so that nobody else can speak as it. */
export function telegramSecret(ctx: Ctx): string {
  return deriveSecret(ctx, 'telegram-webhook');
}
