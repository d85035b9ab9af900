import { aMember } from '#catalogue/testing';
import { balancesOf } from '#ledger';
import { newId } from '#platform/context';
import { systemClock } from '#platform/time';
import type { TestServer } from '#test/server';
import type { World } from '#test/world';
import { sql } from 'kysely';
import { afterEach } from 'vitest';
import type { ChargeState } from '../gateway.ts';
import type { Payment } from '../payment.ts';
import type { startPayment } from '../payments/start-payment.ts';

/** A member who pays by the sandbox gateway, which answers again after each test. */
export async function aPayer(world: World, server: TestServer) {
  const { ctx } = world;
  const memberId = await aMember(world);
  const member = world.as(memberId);

  const gatewayIs = (state: 'up' | 'down') => {
    ctx.site.publicUrl = state === 'up' ? server.url : 'http://localhost:9';
  };
  afterEach(() => gatewayIs('up'));

  const topUp = (change: Partial<Parameters<typeof startPayment>[1]> = {}) => ({
    gateway: 'sandbox',
    purpose: 'top_up' as const,
    amountMinor: 2_000n,
    feeMinor: 100n,
    key: newId(ctx),
    description: 'شحن رصيد',
    ...change,
  });

  /** What the payer did on the gateway's page, whose words never reach us. */
  async function atGateway(
    payment: Payment,
    state: ChargeState | 'processing',
    finishesInMs = 3_600_000,
  ) {
    const finishesAt =
      state === 'processing' ? new Date(systemClock.now().getTime() + finishesInMs) : null;
    await sql`update sandbox.charges set state = ${state}, finishes_at = ${finishesAt}
      where id = ${payment.gatewayRef}`.execute(ctx.db);
  }

  const credit = async () => (await balancesOf(ctx, memberId)).creditMinor;

  /** Runs it and says by how much the member's credit grew. */
  async function gain(run: () => Promise<unknown>): Promise<bigint> {
    const before = await credit();
    await run();
    return (await credit()) - before;
  }

  return { member, gatewayIs, topUp, atGateway, gain };
}
