import { randomUUID } from 'node:crypto';
import { registerMember } from '#identity';
import { earn, fund } from '#ledger/testing';
import { openThread, say } from '#messaging';
import { inTransaction } from '#platform/context';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { viewerFigures } from './viewer.report.ts';
import { viewerOf } from './web/viewer.ts';

const world = await aWorld();
const member = async (name: string) => {
  const input = { email: `${name}@example.com`, displayName: name, locale: 'ar' as const };
  return (await registerMember(world.ctx, input)).memberId;
};
const hana = await member('hana');
const rami = await member('rami');

describe('the figures of the header', () => {
  it('begin at nothing', async () => {
    expect(await viewerFigures(world.ctx, hana)).toMatchObject({
      displayName: 'hana',
      balanceMinor: 0n,
      unreadNotices: 0,
      unreadMessages: 0,
      cartLines: 0,
    });
  });

  it('count what can be spent, and messages of others only', async () => {
    await fund(world.ctx, hana, 4_000n);
    await earn(world.ctx, hana, 250n);
    await inTransaction(world.ctx, async (tx) => {
      const threadId = randomUUID();
      const subject = { kind: 'order' as const, id: randomUUID() };
      await openThread(tx, { threadId, memberIds: [hana, rami], subject });
      await say({ ...tx, ...actorOf(rami) }, { threadId, body: 'مرحبًا', key: '1' });
      await say({ ...tx, ...actorOf(rami) }, { threadId, body: 'سأبدأ غدًا', key: '2' });
      await say({ ...tx, ...actorOf(hana) }, { threadId, body: 'شكرًا', key: '3' });
    });
    expect(await viewerFigures(world.ctx, hana)).toMatchObject({ balanceMinor: 4_250n });
    expect(await viewerFigures(world.ctx, rami)).toMatchObject({
      balanceMinor: 0n,
      unreadMessages: 1,
      cartLines: 0,
    });
  });

  it('are nothing for strangers and for members who are gone', async () => {
    expect(await viewerOf(world.stranger)).toBeUndefined();
    expect(await viewerOf(world.as(randomUUID()))).toBeUndefined();
  });

  it('of before stand in when the database is away', async () => {
    const ctx = world.as(hana, ['support']);
    const before = await viewerOf(ctx);
    expect(before).toMatchObject({ memberId: hana, roles: ['support'], balanceMinor: 4_250n });
    const query = ctx.pool.query.bind(ctx.pool);
    ctx.pool.query = (() => Promise.reject(new Error('gone'))) as unknown as typeof ctx.pool.query;
    try {
      expect(await viewerOf(ctx)).toEqual(before);
      expect(await viewerOf(world.as(rami))).toBeUndefined();
    } finally {
      ctx.pool.query = query;
    }
  });
});

function actorOf(memberId: string) {
  return { actor: { kind: 'member' as const, memberId, roles: [] } };
}
