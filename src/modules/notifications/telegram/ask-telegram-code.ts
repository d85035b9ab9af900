import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { wakeJob } from '#platform/jobs';
import { NotFound } from '#platform/refusals';
import { addMs, MINUTE_MS } from '#platform/time';
import { sql } from 'kysely';
import { hashOfCode } from './code-hash.ts';

const CODE_BYTES = 12;
const LIFE_MS = 15 * MINUTE_MS;

/**
 * A code that links the chat in which it is said to this member: works once, for a quarter of an hour; the
 * one before ends. Refuses SignInRequired, and NotFound where the operator has no bot.
 */
export async function askTelegramCode(ctx: Ctx): Promise<{ code: string; url: string }> {
  const memberId = requireMember(ctx);
  const { telegram } = ctx.site;
  if (!telegram) throw new NotFound();
  const code = Buffer.from(ctx.random(CODE_BYTES)).toString('base64url');
  await inTransaction(ctx, async (tx) => {
    await sql`insert into notifications.telegram_codes (code_hash, member_id, expires_at)
      values (${hashOfCode(code)}, ${memberId}, ${addMs(tx.clock.now(), LIFE_MS)})
      on conflict (member_id) do update set code_hash = excluded.code_hash,
        expires_at = excluded.expires_at`.execute(tx.db);
    // Telegram learns where to bring what is said to the bot.
    await wakeJob(tx, 'notifications.telegram-webhook');
  });
  return { code, url: `https://t.me/${telegram.bot}?start=${code}` };
}
