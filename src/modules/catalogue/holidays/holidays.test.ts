import { sql } from 'kysely';
import { findService } from '../service-store.ts';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { getSellableService } from '../selling/get-sellable-service.ts';
import { pauseService } from '../life-cycle/pause-service.ts';
import { resumeService } from '../life-cycle/resume-service.ts';
import { countSale } from '../listing/count-sale.ts';
import { cardsOf } from '../listing/list-cards.ts';
import { approveService } from '../reviewing/approve-service.ts';
import { aMember, aPublishedService, aSubmittedService } from '../testing/index.ts';
import { endHoliday } from './end-holiday.ts';
import { findHoliday } from './holiday-store.ts';
import { startHoliday } from './start-holiday.ts';
import { sweepHolidays } from './sweep-holidays.ts';

const world = await aWorld();
const { ctx } = world;
const reviewer = world.as(await aMember(world, 'مراجع'), ['reviewer']);
const inDays = (days: number) => new Date(ctx.clock.now().getTime() + days * 86_400_000);
const listed = async (serviceId: string) => (await cardsOf(ctx, [serviceId])).length === 1;
const factsOf = async (serviceId: string) => {
  const { rows } = await sql<{ kind: string }>`select kind from platform.facts
    where payload ->> 'serviceId' = ${serviceId} order by at, id`.execute(ctx.db);
  return rows.map(({ kind }) => kind);
};

describe('a holiday', () => {
  it('hides all that the seller sells, and brings it back on the day with its figures', async () => {
    const sellerId = await aMember(world);
    const [one, two] = [
      await aPublishedService(world, { sellerId }),
      await aPublishedService(world, { sellerId }),
    ];
    const stranger = await aPublishedService(world);
    await countSale(ctx, {
      orderId: '01a2076b-4400-7b00-8d6f-dad2d148cf99',
      serviceId: one.serviceId,
    });
    const returnsAt = inDays(5);
    await startHoliday(world.as(sellerId), { returnsAt });
    expect([await listed(one.serviceId), await listed(two.serviceId)]).toEqual([false, false]);
    expect(await listed(stranger.serviceId)).toBe(true);
    expect(await getSellableService(ctx, one.serviceId)).toMatchObject({
      sellable: false,
      closed: { reason: 'away', returnsAt },
    });
    const { rows } = await sql<{ sellable: boolean }>`select
      catalogue.is_sellable(${one.serviceId}, ${one.version}) as sellable`.execute(ctx.db);
    expect(rows[0]?.sellable).toBe(false);

    expect(await sweepHolidays(ctx)).toBe(0);
    world.clock.advance(5 * 86_400_000);
    const swept = await Promise.all([sweepHolidays(ctx), sweepHolidays(ctx), sweepHolidays(ctx)]);
    expect(swept.reduce((sum, done) => sum + done, 0)).toBe(1);
    expect((await cardsOf(ctx, [one.serviceId]))[0]).toMatchObject({ salesCount: 1 });
    expect(await listed(two.serviceId)).toBe(true);
    expect(await findHoliday(ctx, sellerId)).toBeUndefined();
    const facts = await factsOf(one.serviceId);
    expect(facts).toContain('catalogue.service-unlisted');
    expect(facts.at(-1)).toBe('catalogue.service-published');
  });

  it('is moved, and ended early; ending what has ended changes nothing', async () => {
    const { serviceId, sellerId } = await aPublishedService(world);
    const seller = world.as(sellerId);
    await startHoliday(seller, { returnsAt: inDays(2) });
    await startHoliday(seller, { returnsAt: inDays(9) });
    expect((await findHoliday(ctx, sellerId))?.returnsAt).toEqual(inDays(9));
    await endHoliday(seller);
    await endHoliday(seller);
    expect(await listed(serviceId)).toBe(true);
    expect((await factsOf(serviceId)).filter((kind) => kind.endsWith('published'))).toHaveLength(2);
  });

  it('holds what is approved or resumed meanwhile', async () => {
    const sellerId = await aMember(world);
    const seller = world.as(sellerId);
    const waiting = await aSubmittedService(world, { sellerId });
    const paused = await aPublishedService(world, { sellerId });
    await pauseService(seller, { serviceId: paused.serviceId });
    await startHoliday(seller, { returnsAt: inDays(3) });
    await approveService(reviewer, waiting);
    await resumeService(seller, { serviceId: paused.serviceId });
    expect([await listed(waiting.serviceId), await listed(paused.serviceId)]).toEqual([
      false,
      false,
    ]);
    expect((await findService(ctx, waiting.serviceId))?.state).toBe('published');
    await endHoliday(seller);
    expect([await listed(waiting.serviceId), await listed(paused.serviceId)]).toEqual([true, true]);
  });

  it.each([
    ['no day', () => undefined, 'return-ahead'],
    ['a day past', () => inDays(-1), 'return-ahead'],
    ['this instant', () => inDays(0), 'return-ahead'],
    ['a day far off', () => inDays(91), 'return-late'],
    ['nonsense', () => new Date(Number.NaN), 'return-ahead'],
  ])('is refused until %s', async (_what, day, problem) => {
    const sellerId = await aMember(world);
    const act = startHoliday(world.as(sellerId), { returnsAt: day() });
    await expect(act).rejects.toMatchObject({ fields: { returnsOn: problem } });
    expect(await findHoliday(ctx, sellerId)).toBeUndefined();
  });

  it('is for members', async () => {
    const wanted = { returnsAt: inDays(1) };
    await expect(startHoliday(world.stranger, wanted)).rejects.toMatchObject({ status: 401 });
    await expect(endHoliday(world.stranger)).rejects.toMatchObject({ status: 401 });
  });

  it('begun twice at once is one', async () => {
    const { serviceId, sellerId } = await aPublishedService(world);
    const seller = world.as(sellerId);
    await Promise.all([1, 2, 3].map((n) => startHoliday(seller, { returnsAt: inDays(n) })));
    const { rows } = await sql`select 1 from catalogue.holidays
      where seller_id = ${sellerId}`.execute(ctx.db);
    expect(rows).toHaveLength(1);
    const unlisted = (await factsOf(serviceId)).filter((kind) => kind.endsWith('unlisted'));
    expect(unlisted).toHaveLength(1);
  });
});
