import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';
import { numberFilters } from '../querying/traits.ts';
import { askTables } from './ask-tables.ts';
import { TablesBuilder } from './build-tables.ts';
import { openTables } from './open-tables.ts';

// A market in which one word stands in more titles than are judged, and in more than are counted.
const COUNT = 33_000;
const AI_FREE = 2;

const world = await aWorld();
const plan = planQuery(await knowledgeOf(world.ctx), 'شعار');
const [term = ''] = plan.groups[0]?.alternatives[0]?.terms ?? [];
const idOf = (row: number) => `00000000-0000-7000-8000-${String(row).padStart(12, '0')}`;

function market() {
  const builder = new TablesBuilder(COUNT, { lastSeq: 0n, tableId: 1 });
  for (let row = 0; row < COUNT; row += 1) {
    const traits = Buffer.alloc(8);
    traits.writeUInt32BE(row % 2 === 0 ? AI_FREE : 0, 4);
    builder.add({
      id: idOf(row),
      number: COUNT - row,
      quality: 1 - row / COUNT,
      traits,
      cents: 500,
      publishedAt: 0,
      salesCount: 0,
      ratingScore: 0,
      wordsHash: row,
      titleWords: `${term}\t`,
      lexemes: [term, `^${term}`],
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
