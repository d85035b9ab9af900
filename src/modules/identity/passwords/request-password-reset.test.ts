import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { TooMany } from '#platform/refusals';
import { aWorld } from '#test/world';
import { aMember, hear, mailTo } from '../testing/index.ts';
import { requestPasswordReset } from './request-password-reset.ts';

const world = await aWorld();

describe('asking for a new password', () => {
  it('writes and answers the same for a known and an unknown email; only the known one gets mail', async () => {
    const { email } = await aMember(world);
    for (const address of [email, 'nobody@example.com']) {
      const asked = requestPasswordReset(world.stranger, { email: address, ip: '10.0.0.1' });
      await expect(asked).resolves.toBeUndefined();
    }
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from platform.facts
      where kind = 'identity.password-reset-asked'`.execute(world.ctx.db);
    expect(rows[0]?.n).toBe(2n);
    await hear(world);
    expect(await mailTo(world, email)).toHaveLength(1);
    expect(await mailTo(world, 'nobody@example.com')).toHaveLength(0);
  });

  it('is limited by email', async () => {
    const ask = () =>
      requestPasswordReset(world.stranger, { email: 'a@example.com', ip: '10.0.0.2' });
    for (let n = 0; n < 4; n += 1) await ask();
    await expect(ask()).rejects.toThrow(TooMany);
  });
});
