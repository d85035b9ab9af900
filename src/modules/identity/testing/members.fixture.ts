import { randomBytes } from 'node:crypto';
import { drainFacts } from '#platform/facts';
import type { World } from '#test/world';
import { type RegisterMemberInput, registerMember } from '../joining/register-member.ts';
import { identityListeners } from '../notices/identity.listener.ts';
import { hashPassword } from '../passwords/password-hash.ts';

/** The password of every member made here. */
export const PASSWORD = 'لوحة زرقاء فوق السطح';

let hash: Promise<string> | undefined;
let count = 0;

/** A verified member with that password, unless said otherwise; names and emails differ each time. */
export async function aMember(
  world: World,
  wishes: Partial<RegisterMemberInput> = {},
): Promise<{ memberId: string; email: string }> {
  hash ??= hashPassword(PASSWORD, randomBytes);
  count += 1;
  const email = wishes.email ?? `member${count}@example.com`;
  const { memberId } = await registerMember(world.ctx, {
    displayName: `عضو ${count}`,
    handle: `test-member-${count}`,
    passwordHash: await hash,
    ...wishes,
    email,
  });
  return { memberId, email };
}

/** Gives what happened to the listeners of this module: mails are written now, a moment later. */
export async function hear(world: World): Promise<void> {
  world.clock.advance(1);
  await drainFacts(world.ctx, identityListeners);
}

/** What was mailed to an address, oldest first. */
export async function mailTo(
  world: World,
  recipient: string,
): Promise<{ subject: string; text: string }[]> {
  const { rows } = await world.ctx.pool.query(
    'select subject, body_text as text from platform.outgoing_mail where recipient = $1 order by at, id',
    [recipient],
  );
  return rows;
}

/** The token of the link in the newest mail to an address. */
export async function tokenIn(world: World, recipient: string): Promise<string> {
  const mail = (await mailTo(world, recipient)).at(-1);
  const token = /https?:\/\/[^\s]+\/([\w-]{43})(?=\s)/.exec(mail?.text ?? '')?.[1];
  if (!token) throw new Error(`no link was mailed to ${recipient}`);
  return token;
}
