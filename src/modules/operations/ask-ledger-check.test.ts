import { registerMember } from '#identity';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { askLedgerCheck } from './ask-ledger-check.ts';

const world = await aWorld();
const { memberId } = await registerMember(world.ctx, {
  email: 'finance@example.com',
  displayName: 'هدى المالية',
  locale: 'ar',
});

const acts = async () => {
  const { rows } = await world.handle.pool.query<{ actor: string; verb: string }>(
    'select actor, verb from audit.acts',
  );
  return rows;
};

describe('asking for a proof of the ledger', () => {
  it.each([
    ['a member', []],
    ['a reviewer', ['reviewer']],
    ['support', ['support']],
  ])('is not there for %s', async (_, roles) => {
    await expect(askLedgerCheck(world.as(memberId, roles))).rejects.toMatchObject({ status: 404 });
    expect(await acts()).toEqual([]);
  });

  it('is not there for a stranger', async () => {
    await expect(askLedgerCheck(world.stranger)).rejects.toMatchObject({ status: 404 });
  });

  it('wakes the proof and is written down under the name of who asked', async () => {
    await askLedgerCheck(world.as(memberId, ['finance']));
    expect(await acts()).toEqual([{ actor: memberId, verb: 'operations.ask-ledger-check' }]);
    const { rows } = await world.handle.pool.query<{ name: string }>(
      'select task_identifier as name from graphile_worker.jobs',
    );
    expect(rows).toEqual([{ name: 'ledger.verify' }]);
  });
});
