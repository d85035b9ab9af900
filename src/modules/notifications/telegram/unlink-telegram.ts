import { type Ctx, requireMember } from '#platform/context';
import { forgetChat } from './telegram-store.ts';

/** The member's chat hears nothing any more. Harmless to repeat. Refuses SignInRequired. */
export async function unlinkTelegram(ctx: Ctx): Promise<void> {
  await forgetChat(ctx, { memberId: requireMember(ctx) });
}
