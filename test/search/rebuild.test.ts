import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { syncCategories } from '../../src/modules/catalogue/index.ts';
import {
  everyTierMark,
  tierMarks,
  tierSizes,
  tierSlack,
} from '../../src/modules/search/index/lexemes.ts';
import { rebuildSearch } from '../../src/modules/search/index/rebuild-search.ts';
import { generatedServices, loadServices } from './load-market.ts';

const COUNT = 1_600;
const world = await aWorld();
const { ctx } = world;

it('built anew each service is in its tier and all larger ones at once, the best first', async () => {
  await syncCategories(ctx);
  // Sales without orders would be counted away again.
  const services = [...generatedServices(ctx, COUNT)].map((one) => ({ ...one, sales: 0 }));
  await loadServices(world.ownerUrl, ctx, services);
  expect(await rebuildSearch(ctx)).toBe(COUNT);
  const { rows } = await ctx.pool.query<{ tier: number; marks: string[]; place: bigint }>(
    `select tier, row_number() over (order by ctid) as place,
      array(select mark from unnest($1::text[]) with ordinality as m(mark, at)
        where mark = any(tsvector_to_array(words)) order by at) as marks
     from search.documents order by quality desc, number desc`,
    [everyTierMark],
  );
  // New ones begin in the first tier, and stay while they are hardly beyond it.
  const [first = 0] = tierSizes;
  const tierAt = (rank: number) =>
    rank < first * (1 + tierSlack) ? 1 : 1 + tierSizes.findIndex((size) => rank < size);
  expect(rows.map(({ tier }) => tier)).toEqual(rows.map((_row, rank) => tierAt(rank)));
  expect(rows.map(({ marks }) => marks)).toEqual(rows.map(({ tier }) => tierMarks(tier)));
  // In the table too, but for the few that PostgreSQL puts into the room left in a page.
  const apart = rows.filter(({ place }, rank) => Math.abs(Number(place) - 1 - rank) > 20);
  expect(apart).toEqual([]);
  // Nothing was written a second time.
  expect((await ctx.pool.query('select from search.changes')).rowCount).toBe(0);
});
