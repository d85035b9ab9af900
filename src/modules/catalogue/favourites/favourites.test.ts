import { sql } from 'kysely';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { archiveService } from '../life-cycle/archive-service.ts';
import { pauseService } from '../life-cycle/pause-service.ts';
import { findService } from '../service-store.ts';
import { aDraftService, aMember, aPublishedService } from '../testing/index.ts';
import { addFavourite } from './add-favourite.ts';
import { favouritesAmong, listFavourites } from './list-favourites.ts';
import { removeFavourite } from './remove-favourite.ts';

const world = await aWorld();
const { ctx } = world;

async function aService() {
  const sold = await aPublishedService(world);
  const { number } = (await findService(ctx, sold.serviceId))!;
  return { ...sold, number };
}

const countOf = async (serviceId: string) => {
  const { rows } = await sql<{ count: number }>`select favourites_count as count
    from catalogue.service_figures where service_id = ${serviceId}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
};

describe('favourites', () => {
  it('are kept and taken away, each counted once however often it is pressed', async () => {
    const [one, two] = [await aService(), await aService()];
    const member = world.as(await aMember(world));
    await Promise.all([1, 2, 3].map(() => addFavourite(member, one)));
    world.clock.advance(1_000);
    await addFavourite(member, two);
    const kept = await listFavourites(member, 1);
    expect(kept.cards.map(({ number }) => number)).toEqual([two.number, one.number]);
    expect([kept.total, await countOf(one.serviceId)]).toEqual([2, 1]);
    await addFavourite(world.as(await aMember(world)), one);
    expect(await countOf(one.serviceId)).toBe(2);
    await Promise.all([1, 2].map(() => removeFavourite(member, one)));
    expect(await countOf(one.serviceId)).toBe(1);
    expect([...(await favouritesAmong(member, [one.number, two.number]))]).toEqual([two.number]);
    expect((await favouritesAmong(world.stranger, [one.number])).size).toBe(0);
  });

  it('that cannot be bought now are told apart; what is archived is gone', async () => {
    const [paused, archived] = [await aService(), await aService()];
    const member = world.as(await aMember(world));
    for (const one of [paused, archived]) await addFavourite(member, one);
    await pauseService(world.as(paused.sellerId), paused);
    await archiveService(world.as(archived.sellerId), archived);
    const { cards, hidden } = await listFavourites(member, 1);
    expect([cards, hidden.map(({ number }) => number)]).toEqual([[], [paused.number]]);
  });

  it('are only of services that strangers know', async () => {
    const member = world.as(await aMember(world));
    const draft = await aDraftService(world);
    const { number } = (await findService(ctx, draft.serviceId))!;
    for (const given of [number, 0, -1, 1.5, Number.NaN, 9e9]) {
      await expect(addFavourite(member, { number: given })).rejects.toBeInstanceOf(NotFound);
      await removeFavourite(member, { number: given });
    }
  });

  it('are for members', async () => {
    const { number } = await aService();
    await expect(addFavourite(world.stranger, { number })).rejects.toMatchObject({ status: 401 });
    await expect(removeFavourite(world.stranger, { number })).rejects.toMatchObject({
      status: 401,
    });
    await expect(listFavourites(world.stranger, 1)).rejects.toMatchObject({ status: 401 });
  });
});
