import type { Ctx } from '#platform/context';
import { z } from 'zod';
import { linkTelegram } from './link-telegram.ts';
import { forgetChat } from './telegram-store.ts';

/** What came of something said to the bot; the bot's answer is in the words of whoever brings it. */
export type Heard = 'linked' | 'unknown-code' | 'stopped' | 'other';

const update = z.object({
  message: z.object({
    chat: z.object({ id: z.union([z.number().int(), z.bigint()]), type: z.literal('private') }),
    text: z.string().max(4_096),
  }),
});

/**
 * Hears what Telegram brings: `/start CODE` links the chat to the member who was given the code, `/stop`
 * ends it. Undefined for what is nobody's word to the bot (a group, an edit, a picture).
 */
export async function hearTelegram(
  ctx: Ctx,
  body: unknown,
): Promise<{ chatId: number; heard: Heard } | undefined> {
  const read = update.safeParse(body);
  if (!read.success) return undefined;
  const { chat, text } = read.data.message;
  const chatId = BigInt(chat.id);
  return { chatId: Number(chat.id), heard: await obey(ctx, { chatId, text }) };
}

async function obey(ctx: Ctx, said: { chatId: bigint; text: string }): Promise<Heard> {
  const [command = '', code = ''] = said.text.trim().split(/\s+/);
  if (command === '/stop') {
    await forgetChat(ctx, { chatId: said.chatId });
    return 'stopped';
  }
  if (command !== '/start' || code === '') return 'other';
  const memberId = await linkTelegram(ctx, { code, chatId: said.chatId });
  return memberId ? 'linked' : 'unknown-code';
}
