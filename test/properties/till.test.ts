import { getSellableService, pauseService, resumeService, saveService } from '#catalogue';
import { aPublishedService, aServiceInput, type FixtureService } from '#catalogue/testing';
import { buyFromBalance, placePaidPurchase, startPurchase } from '#checkout';
import { verifyLedger } from '#ledger';
import {
  acceptDelivery,
  askForChange,
  cancelOrder,
  deliver,
  escrowCheck,
  submitRequirements,
  sweepOrderTimers,
} from '#orders';
import { registerMember } from '#identity';
import { newId } from '#platform/context';
import { drainFacts } from '#platform/facts';
import { Refusal } from '#platform/refusals';
import { HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import {
  beginPayment,
  buyerFee,
  cancelPayment,
  type Payment,
  settlePayment,
  sweepClearings,
  totalOf,
} from '#wallet';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { checkoutListeners } from '../../src/modules/checkout/notices/checkout.listener.ts';
import { expirePayment } from '../../src/modules/wallet/payments/expire-payment.ts';
import {
  clearingsCheck,
  gatewayClearingCheck,
} from '../../src/modules/wallet/gateway-clearing.report.ts';

const world = await aWorld();
const { ctx } = world;
// Nobody answers there: payments begin without a page, their outcome is reported by the steps below.
ctx.site.publicUrl = 'http://localhost:9';

/** Histories in all, how many run side by side, and how long all may take. */
const HISTORIES = Number(process.env.HISTORIES ?? 2_000);
const TOGETHER = 20;
const TIME_LIMIT_MS = 55_000;
const checks = [escrowCheck, gatewayClearingCheck, clearingsCheck];

const members = await Promise.all(
  ['ليلى', 'هند', 'سالم', 'رنا'].map(async (displayName, n) => {
    const given = { email: `m${n}@example.com`, displayName, handle: `member-${n}` };
    return (await registerMember(ctx, given)).memberId;
  }),
);
const sold: FixtureService[] = [];
for (const sellerId of members.slice(0, 3)) sold.push(await aPublishedService(world, { sellerId }));

/** What a history has begun: steps pick from it by number. */
interface Story {
  payments: Payment[];
  purchases: string[];
  orders: string[];
}

type Step = { who: number; what: number; amount: number } & { kind: keyof typeof steps };
type Play = (step: Step, story: Story) => Promise<unknown>;

const memberOf = ({ who }: Step) => members[who % members.length] as string;
const pick = <T>(list: readonly T[], step: Step): T | undefined =>
  list[step.what % Math.max(1, list.length)];
const serviceOf = (step: Step) => pick(sold, step) as FixtureService;

async function wanted(step: Step) {
  const { serviceId } = serviceOf(step);
  const { basePriceMinor, upgrades } = await getSellableService(ctx, serviceId);
  const chosen = upgrades.filter((_upgrade, n) => (step.amount >> n) % 2 === 1);
  const once = chosen.reduce((sum, { priceMinor }) => sum + priceMinor, basePriceMinor);
  const quantity = (step.amount % 3) + 1;
  return {
    serviceId,
    upgradeIds: chosen.map(({ upgradeId }) => upgradeId),
    quantity,
    shownPriceMinor: once * BigInt(quantity),
    key: newId(ctx),
  };
}

async function report(
  payment: Payment | undefined,
  state: 'succeeded' | 'declined' | 'cancelled' | 'pending',
) {
  if (!payment) return;
  const outcome = { ref: payment.paymentId, state, amountMinor: totalOf(payment) };
  await settlePayment(ctx, { paymentId: payment.paymentId, report: outcome });
}

/** The order a step speaks of, and both its sides. */
async function inOrder(
  step: Step,
  story: Story,
  act: (orderId: string, buyer: string, seller: string) => Promise<unknown>,
) {
  const orderId = pick(story.orders, step);
  if (!orderId) return;
  const { rows } = await sql<{
    buyer: string;
    seller: string;
  }>`select buyer_id as buyer, seller_id as seller
    from orders.orders where id = ${orderId}`.execute(ctx.db);
  const [order] = rows;
  if (order) await act(orderId, order.buyer, order.seller);
}

const steps = {
  async topUp(step, story) {
    const amountMinor = BigInt(step.amount + 1);
    const given = {
      gateway: 'sandbox',
      purpose: 'top_up' as const,
      key: newId(ctx),
      description: '',
    };
    const feeMinor = await buyerFee(ctx, amountMinor);
    story.payments.push(
      await beginPayment(world.as(memberOf(step)), { ...given, amountMinor, feeMinor }),
    );
  },
  succeed: (step, story) => report(pick(story.payments, step), 'succeeded'),
  decline: (step, story) => report(pick(story.payments, step), 'declined'),
  stillPending: (step, story) => report(pick(story.payments, step), 'pending'),
  async giveUp(step, story) {
    const payment = pick(story.payments, step);
    if (payment) await cancelPayment(world.as(payment.memberId), payment);
  },
  async expire(step, story) {
    const payment = pick(story.payments, step);
    if (payment) await expirePayment(ctx, payment.paymentId);
  },
  async buy(step, story) {
    const choice = await wanted(step);
    const clicks = Array.from({ length: (step.amount % 2) + 1 }, () =>
      buyFromBalance(world.as(memberOf(step)), choice),
    );
    for (const { orderId } of await Promise.all(clicks)) story.orders.push(orderId);
  },
  async buyByCard(step, story) {
    const choice = {
      ...(await wanted(step)),
      gateway: 'sandbox',
      useBalance: step.amount % 2 === 0,
    };
    const { purchase, payment } = await startPurchase(world.as(memberOf(step)), choice);
    story.purchases.push(purchase.purchaseId);
    story.payments.push(payment);
  },
  async place(step, story) {
    const purchaseId = pick(story.purchases, step);
    if (!purchaseId) return;
    const { rows } = await sql`select 1 from wallet.payments
      where purchase_id = ${purchaseId} and state = 'confirmed'`.execute(ctx.db);
    if (rows.length > 0) await placePaidPurchase(ctx, purchaseId);
  },
  hear: () => drainFacts(ctx, checkoutListeners),
  /** Orders of paid purchases come into the story when their listeners have made them. */
  async findOrders(step, story) {
    const { rows } = await sql<{
      id: string;
    }>`select id from orders.orders where buyer_id = ${memberOf(step)}
      order by opened_at desc, id desc limit 3`.execute(ctx.db);
    story.orders.push(...rows.map(({ id }) => id));
  },
  requirements: (step, story) =>
    inOrder(step, story, async (orderId, buyer) => {
      const { rows } = await sql<{ questions: { questionId: string; required: boolean }[] }>`
        select questions from orders.orders where id = ${orderId}`.execute(ctx.db);
      const asked = rows[0]?.questions.filter(({ required }) => required) ?? [];
      const answers = Object.fromEntries(
        asked.map(({ questionId }) => [questionId, 'مقهى النخلة']),
      );
      await submitRequirements(world.as(buyer), { orderId, answers, note: '', files: {} });
    }),
  deliver: (step, story) =>
    inOrder(step, story, (orderId, _buyer, seller) =>
      deliver(world.as(seller), { orderId, note: 'العمل', files: [], aiUsed: false }),
    ),
  change: (step, story) =>
    inOrder(step, story, (orderId, buyer) =>
      askForChange(world.as(buyer), { orderId, body: 'غيّر' }),
    ),
  accept: (step, story) =>
    inOrder(step, story, (orderId, buyer) => acceptDelivery(world.as(buyer), { orderId })),
  cancel: (step, story) =>
    inOrder(step, story, (orderId, buyer) => cancelOrder(world.as(buyer), { orderId })),
  pause: (step) => pauseService(world.as(serviceOf(step).sellerId), serviceOf(step)),
  resume: (step) => resumeService(world.as(serviceOf(step).sellerId), serviceOf(step)),
  async reprice(step) {
    const { serviceId, sellerId } = serviceOf(step);
    const { version } = await getSellableService(ctx, serviceId);
    const input = aServiceInput({ basePriceMinor: BigInt((step.amount % 5) + 1) * 500n });
    await saveService(world.as(sellerId), { serviceId, version, input });
  },
  async time(step) {
    world.clock.advance(([1, 13, 25, 49, 73, 170, 340][step.amount % 7] as number) * HOUR_MS);
    await sweepOrderTimers(ctx);
    await sweepClearings(ctx);
  },
} satisfies Record<string, Play>;

const weights: Partial<Record<keyof typeof steps, number>> = {
  topUp: 3,
  succeed: 6,
  buy: 6,
  buyByCard: 3,
  requirements: 3,
  deliver: 3,
  accept: 3,
  time: 2,
};
const step: fc.Arbitrary<Step> = fc.oneof(
  ...(Object.keys(steps) as (keyof typeof steps)[]).map((kind) => ({
    weight: weights[kind] ?? 1,
    arbitrary: fc.record({
      kind: fc.constant(kind),
      who: fc.nat({ max: 3 }),
      what: fc.nat({ max: 6 }),
      amount: fc.nat({ max: 20_000 }),
    }),
  })),
);

/** Plays one step; what the rules refuse is no failure, everything else is. */
async function play(one: Step, story: Story): Promise<void> {
  try {
    await (steps[one.kind] as Play)(one, story);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** What must hold after every step, read in one glance: no member below zero, all accounts together nothing. */
async function expectSound(): Promise<void> {
  const { rows } = await sql<{ problem: string }>`
    select 'a negative account: ' || kind as problem from ledger.accounts where balance_minor < 0
    union all
    select 'placed without its order' from checkout.purchases p
      where p.state = 'placed' and not exists (select from orders.orders o where o.id = p.order_id)
    union all
    select 'an order of a purchase that was not placed' from orders.orders o
      join checkout.purchases p on o.purchase_key = 'purchase:' || p.id and o.buyer_id = p.buyer_id
      where p.state <> 'placed'
    union all
    select 'an order of a payment that is not confirmed' from checkout.purchases p
      where p.state = 'placed' and not exists (select from wallet.payments w
        where w.purchase_id = p.id and w.state = 'confirmed')
    union all
    select 'an order of one’s own service' from orders.orders where buyer_id = seller_id`.execute(
    ctx.db,
  );
  expect(rows).toEqual([]);
}

type History = Step[][];
const group = fc.array(step, { minLength: 1, maxLength: 2 });
const history: fc.Arbitrary<History> = fc.array(group, { minLength: 3, maxLength: 12 });

/** Plays histories side by side, group by group; what stands in one round happens at the same time. */
async function playTogether(histories: readonly History[]): Promise<void> {
  const stories = histories.map((): Story => ({ payments: [], purchases: [], orders: [] }));
  const rounds = Math.max(...histories.map((one) => one.length));
  for (let round = 0; round < rounds; round += 1) {
    await Promise.all(
      histories.flatMap((one, n) =>
        (one[round] ?? []).map((what) => play(what, stories[n] as Story)),
      ),
    );
    await expectSound();
  }
}

it('whatever is paid, bought and lived through in whatever order, money and orders agree', async () => {
  let played = 0;
  const checked = await fc.check(
    fc.asyncProperty(
      fc.array(history, { minLength: TOGETHER, maxLength: TOGETHER }),
      async (histories) => {
        await playTogether(histories);
        await drainFacts(ctx, checkoutListeners);
        await expectSound();
        expect(await verifyLedger(ctx, checks)).toMatchObject({ ok: true, differences: [] });
        played += histories.length;
      },
    ),
    {
      numRuns: Math.ceil(HISTORIES / TOGETHER),
      interruptAfterTimeLimit: TIME_LIMIT_MS,
      endOnFailure: true,
    },
  );
  process.stdout.write(`till: ${played} histories, seed ${checked.seed}\n`);
  if (checked.failed)
    throw new Error(fc.defaultReportMessage(checked), { cause: checked.errorInstance });
  const { rows } = await sql<Record<string, bigint>>`
    select count(*) as orders, count(*) filter (where state in ('completed', 'closed')) as completed,
      count(*) filter (where state = 'cancelled') as cancelled,
      (select count(*) from checkout.purchases where state = 'placed') as placed,
      (select count(*) from checkout.purchases where state = 'returned') as returned
    from orders.orders`.execute(ctx.db);
  // A run that never got anywhere would prove nothing.
  for (const reached of Object.values(rows[0] ?? {})) expect(Number(reached)).toBeGreaterThan(0);
}, 180_000);
