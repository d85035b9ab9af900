import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { marks } from '../index/lexemes.ts';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';
import { numberFilters } from '../querying/traits.ts';
import { newcomerPlaces } from '../ranking/newcomers.ts';
import { askTables } from './ask-tables.ts';
import { TablesBuilder } from './build-tables.ts';
import { leave, openTables } from './open-tables.ts';

// A market in which one word stands in more titles than are judged, and in more than are counted.
const COUNT = 33_000;
const AI_FREE = 2;

const world = await aWorld();
const plan = planQuery(await knowledgeOf(world.ctx), 'شعار');
const [term = ''] = plan.groups[0]?.alternatives[0]?.terms ?? [];
const idOf = (row: number) => `00000000-0000-7000-8000-${String(row).padStart(12, '0')}`;

/** Services from a row on are newcomers. */
function market({ count = COUNT, newcomersFrom = COUNT } = {}) {
  const builder = new TablesBuilder(count, { lastSeq: 0n, tableId: 1 });
  for (let row = 0; row < count; row += 1) {
    const traits = Buffer.alloc(8);
    traits.writeUInt32BE(row % 2 === 0 ? AI_FREE : 0, 4);
    builder.add({
      id: idOf(row),
      number: count - row,
      quality: 1 - row / count,
      traits,
      cents: 500,
      publishedAt: 0,
      salesCount: 0,
      ratingScore: 0,
      wordsHash: row,
      titleWords: `${term}\t`,
      lexemes: [term, `^${term}`, ...(row < newcomersFrom ? [] : [marks.newcomer])],
    });
  }
  return openTables(builder.finish());
}

const tables = market();

it.each([
  { name: 'without a filter', filters: {}, every: 1 },
  { name: 'with one', filters: { aiFree: true as const }, every: 2 },
])(
  'page after page, past those that are judged by their words, each comes once: $name',
  (given) => {
    const filters = numberFilters(given.filters, {
      leafCodes: undefined,
      languageBit: 0,
      level: 0,
    });
    const pages = Array.from({ length: 30 }, (_, at) => at + 1);
    const ids = pages.flatMap((page) => {
      const view = { sort: 'best' as const, page, counted: false, turn: 0 };
      return askTables(tables, { plan, dropped: new Set(), filters }, view).page.serviceIds;
    });
    expect(ids).toEqual(Array.from({ length: 720 }, (_, at) => idOf(at * given.every)));
  },
);

it('of very many one in sixteen is counted', () => {
  const filters = numberFilters({}, { leafCodes: undefined, languageBit: 0, level: 0 });
  const view = { sort: 'best' as const, page: 1, counted: true, turn: 0 };
  const { traits } = askTables(tables, { plan, dropped: new Set(), filters }, view);
  expect([traits.scale, traits.words.length]).toEqual([16, 2 * Math.ceil(COUNT / 16)]);
  // Every sixteenth row is an even one.
  expect([...traits.words].filter((_, at) => at % 2 === 1).every((low) => low === AI_FREE)).toBe(
    true,
  );
});

it('newcomers who pass the filters and are there still have their places, others each hour', () => {
  const young = market({ count: 2_000, newcomersFrom: 1_900 });
  leave(young, idOf(1_902));
  const filters = numberFilters(
    { aiFree: true },
    { leafCodes: undefined, languageBit: 0, level: 0 },
  );
  const pageAt = (turn: number) => {
    const view = { sort: 'best' as const, page: 1, counted: false, turn };
    const question = { plan, dropped: new Set<number>(), filters };
    const { serviceIds, placed } = askTables(young, question, view).page;
    const here = newcomerPlaces.map((at) => serviceIds[at] ?? '');
    expect(here).toEqual([...placed].slice(0, newcomerPlaces.length));
    return here;
  };
  const rows = new Set(Array.from({ length: 200 }, (_, turn) => pageAt(turn)).flat());
  const expected = Array.from({ length: 50 }, (_, at) => idOf(1_900 + 2 * at));
  expect([...rows].sort()).toEqual(expected.filter((id) => id !== idOf(1_902)));
});
