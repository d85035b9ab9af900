import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { TooMany } from '#platform/refusals';
import { aWorld } from '#test/world';
import { aMember, hear, mailTo } from '../testing/index.ts';
import { resendVerification } from './resend-verification.ts';

const world = await aWorld();
const resend = (email: string, ip: string) => resendVerification(world.stranger, { email, ip });

describe('asking for the verification mail again', () => {
  it('does the same work for a known and an unknown email, and mails only who waits', async () => {
    const waiting = await aMember(world, { emailVerified: false });
    const verified = await aMember(world);
    await hear(world);
    await resend(waiting.email.toUpperCase(), '10.0.0.1');
    await resend(verified.email, '10.0.0.1');
    await resend('nobody@example.com', '10.0.0.1');
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from platform.facts
      where kind = 'identity.verification-asked'`.execute(world.ctx.db);
    expect(rows[0]?.n).toBe(3n);
    await hear(world);
    expect(await mailTo(world, waiting.email)).toHaveLength(2);
    expect(await mailTo(world, verified.email)).toHaveLength(0);
    expect(await mailTo(world, 'nobody@example.com')).toHaveLength(0);
  });

  it('is limited by email', async () => {
    for (let n = 0; n < 4; n += 1) await resend('often@example.com', '10.0.0.2');
    await expect(resend('often@example.com', '10.0.0.2')).rejects.toThrow(TooMany);
  });
});
