import { randomUUID } from 'node:crypto';
import { inTransaction } from '#platform/context';
import { aWorld } from '#test/world';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DocumentRow, removeDocuments, writeDocuments } from '../index/document-row.ts';
import { documentWords } from '../index/document-words.ts';
import { marks, tierMarks } from '../index/lexemes.ts';
import { rebuildSearch } from '../index/rebuild-search.ts';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { leafCodes } from '../knowledge/leaf-codes.ts';
import { planQuery } from '../planning/plan-query.ts';
import { countFacets } from '../querying/count-facets.ts';
import type { SearchFilters } from '../querying/filters.ts';
import { findPage } from '../querying/find-page.ts';
import { findTraits, forgetTraits } from '../querying/find-traits.ts';
import { searchSorts } from '../querying/search-query.ts';
import { numberFilters } from '../querying/traits.ts';
import { askTables } from './ask-tables.ts';
import { keepTables, tablesOf } from './held-tables.ts';
import { loadTables } from './load-tables.ts';

// What memory answers is what PostgreSQL answers: the same questions over the same rows, in both ways.
const world = await aWorld();
const { ctx } = world;
const WORDS = ['تصميم', 'شعار', 'ترجمة', 'متجر', 'فيديو', 'كتابة', 'لوجو', 'مطعم'];
const ROWS = 100;
const LEAVES = ['logo-design', 'english-translation', 'video-editing'];
const rows: DocumentRow[] = [];
let tables: ReturnType<typeof keepTables>;

/** The same numbers at every run. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function aRow(number: number): Promise<DocumentRow> {
  const next = chance(number * 7_919 + 1);
  const words = (count: number) =>
    Array.from({ length: count }, () => WORDS[next(WORDS.length)]).join(' ');
  const knowledge = await knowledgeOf(ctx);
  const text = documentWords(
    { title: words(2 + next(3)), tags: [words(1)], around: [], description: words(6) },
    { analyse: knowledge.analyse, documents: () => 1 },
  );
  const leaf = LEAVES[next(LEAVES.length)] ?? '';
  const codes = await leafCodes(ctx, LEAVES);
  return {
    serviceId: randomUUID(),
    number,
    sellerId: randomUUID(),
    quality: next(50) / 50,
    tier: 1,
    leafCode: codes.codeOf.get(leaf) ?? 0,
    priceMinor: BigInt(5 + 5 * next(5)) * 100n,
    deliveryDays: 1 + next(7),
    level: next(4),
    languages: 1 + next(3),
    aiFree: next(2) === 0,
    online: next(2) === 0,
    salesCount: next(9),
    ratingHundredths: next(500),
    ratingCount: next(9),
    ratingScore: next(5_000),
    publishedAt: new Date(1_700_000_000_000 + next(1_000) * 86_400_000),
    analyzer: 1,
    titleWords: text.titleWords,
    lexemes: [...text.lexemes, marks.leaf(leaf), ...tierMarks(1)],
  };
}

async function write(given: readonly DocumentRow[]): Promise<void> {
  await inTransaction(ctx, (tx) => writeDocuments(tx, given));
}

beforeAll(async () => {
  for (let number = 1; number <= ROWS; number += 1) rows.push(await aRow(number));
  await write(rows);
  tables = keepTables(ctx, loadTables);
  await tables.ready;
});
afterAll(() => tables.stop());

interface Asked {
  text: string;
  filters: SearchFilters;
  sort: (typeof searchSorts)[number];
  page: number;
}

async function bothAnswers(asked: Asked) {
  const knowledge = await knowledgeOf(ctx);
  const codes = await leafCodes(ctx, []);
  const plan = planQuery(knowledge, asked.text);
  const { filters } = asked;
  const numbered = numberFilters(filters, {
    leafCodes:
      filters.leafKey === undefined ? undefined : new Set([codes.codeOf.get(filters.leafKey) ?? 0]),
    languageBit: 0,
    level: 0,
  });
  const dropped = new Set<number>();
  forgetTraits(ctx);
  const question = { plan, dropped, filters, share: 1, knowledge };
  const page = await findPage(ctx, question, asked);
  const traits = await findTraits(ctx, question);
  const open = tablesOf(ctx);
  if (!open) throw new Error('no tables');
  const ours = askTables(
    open,
    { plan, dropped, filters: numbered },
    { ...asked, counted: true, turn: 0 },
  );
  const counted = (of: typeof traits) => {
    const names = { tree: { leafOf: () => undefined } as never, leafKey: String, languages: [] };
    const { total, facets, counts } = countFacets(of, numbered, names);
    return { total, facets, counts: counts.map((one) => JSON.stringify(one, text)).sort() };
  };
  // Memory reads on where the database stops: both know all there is only where these are few.
  const known = page.everything !== undefined && ours.page.everything !== undefined;
  const all = (of: typeof page) => (known ? of.everything : undefined);
  return {
    database: { ids: page.serviceIds, everything: all(page), ...counted(traits) },
    memory: { ids: ours.page.serviceIds, everything: all(ours.page), ...counted(ours.traits) },
  };
}

const text = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

const question: fc.Arbitrary<Asked> = fc.record({
  text: fc
    .array(fc.constantFrom(...WORDS, 'شعارات', 'المتاجر', 'logo'), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(' ')),
  filters: fc.record(
    {
      leafKey: fc.constantFrom(...LEAVES),
      priceToMinor: fc.constantFrom(500n, 1_000n, 1_500n),
      daysTo: fc.constantFrom(1, 3, 5),
      ratingFrom: fc.constantFrom(250, 400),
      aiFree: fc.constant(true),
      online: fc.constant(true),
    },
    { requiredKeys: [] },
  ),
  sort: fc.constantFrom(...searchSorts),
  page: fc.constantFrom(1, 1, 2, 3),
});

async function expectAgreement(runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { database, memory } = await bothAnswers(asked);
      expect(memory).toEqual(database);
    }),
    { numRuns: runs },
  );
}

describe('the index in memory', () => {
  it('answers every question as PostgreSQL does', () => expectAgreement(150));

  it('follows what came, changed and went', async () => {
    const [first, second, third, ...others] = rows;
    if (!first || !second || !third) throw new Error('too few rows');
    const renamed = { ...(await aRow(501)), serviceId: second.serviceId, number: second.number };
    await write([
      { ...first, priceMinor: 500n, online: !first.online, quality: 0.999 },
      renamed,
      await aRow(502),
    ]);
    await inTransaction(ctx, (tx) =>
      removeDocuments(
        tx,
        [third, ...others.slice(0, 4)].map(({ serviceId }) => serviceId),
      ),
    );
    await tables.look();
    const open = tablesOf(ctx);
    expect(open?.fresh.size).toBe(2);
    await expectAgreement(100);
    // Back as it was: the row that was there serves again.
    await write([second, third]);
    await tables.look();
    expect(open?.fresh.size).toBe(1);
    await expectAgreement(50);
  });

  it('is read anew when the index was built anew', async () => {
    const before = tablesOf(ctx);
    await rebuildSearch(ctx, { progress: () => undefined } as never);
    await tables.look();
    expect(tablesOf(ctx)).not.toBe(before);
    const { rows: counted } = await ctx.pool.query<{ n: number }>(
      'select count(*)::integer as n from search.documents',
    );
    expect(tablesOf(ctx)?.whole.count).toBe(counted[0]?.n);
  });
});
