import { aCompletedOrder, someId } from '#orders/testing';
import type { Order } from '#orders';
import { registerMember } from '#identity';
import { DAY_MS } from '#platform/time';
import {
  askAppeal,
  checkRatings,
  decideAppeal,
  listAppeals,
  ratingOf,
  sweepReviewTimers,
  writeReview,
} from '#reviews';
import { aWorld } from '#test/world';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const world = await aWorld();
const member = async (name: string) =>
  (
    await registerMember(world.ctx, {
      email: `${name}@example.com`,
      displayName: name,
      password: 'khatam-saffron-71',
      roles: [],
    })
  ).memberId;
const buyers = [await member('one'), await member('two')];
const sellers = [await member('three'), await member('four')];
const staffId = await member('five');

const star = fc.integer({ min: 1, max: 5 });
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('buyer' as const),
      order: fc.nat(5),
      a: star,
      b: star,
      c: star,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('seller' as const), order: fc.nat(5), a: star }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('hide' as const, 'keep' as const),
      order: fc.nat(5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('wait' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** What the figures should be, in a few lines: by order what was written, whether open, whether hidden. */
interface Line {
  buyer?: number[];
  seller?: number;
  open: boolean;
  hidden: boolean;
}

it('after any history the figures are what the shown reviews add up to', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
      const services = [someId(world), someId(world)];
      const orders = await Promise.all(
        Array.from({ length: 6 }, (_, n) =>
          aCompletedOrder(world, {
            serviceId: services[n % 2] ?? '',
            sellerId: sellers[n % 2] ?? '',
            buyerId: buyers[n < 3 ? 0 : 1] ?? '',
          }),
        ),
      );
      const model: Line[] = orders.map(() => ({ open: false, hidden: false }));
      let over = false;
      for (const one of steps) {
        if (one.act === 'wait') {
          world.clock.advance(15 * DAY_MS);
          await sweepReviewTimers(world.ctx);
          over = true;
          for (const line of model)
            line.open ||= line.buyer !== undefined || line.seller !== undefined;
        } else {
          await take(one, orders[one.order], model[one.order], over);
        }
      }
      for (const [at, serviceId] of services.entries()) {
        const shown = model.filter(
          (line, n) => n % 2 === at && line.open && !line.hidden && line.buyer,
        );
        const sums = [0, 1, 2].map((k) =>
          shown.reduce((sum, line) => sum + (line.buyer?.[k] ?? 0), 0),
        );
        const each = (k: number) => (shown.length === 0 ? 0 : (sums[k] ?? 0) / shown.length);
        expect(await ratingOf(world.ctx, 'service', serviceId)).toMatchObject({
          reviews: shown.length,
          criteria: { quality: each(0), communication: each(1), onTime: each(2) },
        });
      }
      expect(await checkRatings(world.ctx)).toEqual([]);
    }),
    { numRuns: 12 },
  );
}, 120_000);

async function take(
  one: Exclude<Step, { act: 'wait' }>,
  order: Order | undefined,
  line: Line | undefined,
  over: boolean,
): Promise<void> {
  if (!order || !line) return;
  const { orderId } = order;
  const key = someId(world);
  const body = 'كلام';
  if (one.act === 'buyer' || one.act === 'seller') {
    const fresh = !over && line[one.act] === undefined;
    const writing =
      one.act === 'buyer'
        ? writeReview(world.as(order.buyerId), {
            orderId,
            key,
            body,
            quality: one.a,
            communication: one.b,
            onTime: one.c,
          })
        : writeReview(world.as(order.sellerId), { orderId, key, body, stars: one.a });
    if (!fresh)
      return expect(writing).rejects.toMatchObject({
        code: expect.stringMatching(/already-reviewed|review-time-over/),
      });
    await writing;
    if (one.act === 'buyer') line.buyer = [one.a, one.b, one.c];
    else line.seller = one.a;
    line.open ||= line.buyer !== undefined && line.seller !== undefined;
    return;
  }
  const asked = await askAppeal(world.as(order.sellerId), { orderId, reason: 'شتم' }).then(
    () => true,
    () => false,
  );
  if (!asked) return;
  const staff = world.as(staffId, ['support']);
  const { waiting } = await listAppeals(staff);
  const appealId = waiting.find(({ review }) => review.orderId === orderId)?.appealId ?? '';
  await decideAppeal(staff, { appealId, hide: one.act === 'hide', reason: 'نظرنا فيه' });
  line.hidden = one.act === 'hide';
}
