import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import type { Ctx } from '#platform/context';
import { addDevice } from '../push/add-device.ts';
import { askTelegramCode } from '../telegram/ask-telegram-code.ts';
import { linkTelegram } from '../telegram/link-telegram.ts';

/** A browser of the acting member that takes pushes, added in that session. */
export async function aDevice(ctx: Ctx, sessionId?: string): Promise<void> {
  const pair = createECDH('prime256v1');
  await addDevice(ctx, {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}`,
    p256dh: pair.generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
    name: 'Chrome · Android',
    sessionId,
  });
}

/** A chat that is linked to the acting member. */
export async function aChat(ctx: Ctx, chatId: bigint): Promise<void> {
  const { code } = await askTelegramCode(ctx);
  await linkTelegram(ctx, { code, chatId });
}
