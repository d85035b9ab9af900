import { readFileSync } from 'node:fs';
import { aWorld } from '#test/world';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type DidYouMean,
  evaluate,
  evaluateDidYouMean,
  evaluatePairs,
  evaluateRanking,
  type EvaluationFile,
  type RankingPair,
} from './evaluate.ts';
import { type EvaluationMarket, fillEvaluationMarket } from './evaluation-market.ts';

/** Enough for tiers not to matter and for words to be common or rare; `search:eval` takes 5,000. */
const BACKGROUND = 600;
const read = <T>(name: string) =>
  JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8')) as T;

const world = await aWorld();
const sample = read<EvaluationFile>('dev.json');
const pairs = read<RankingPair[]>('ranking-dev.json');
let market: EvaluationMarket;

beforeAll(async () => {
  const documents = pairs.flatMap(({ better, worse }, index) => [
    { ...better, id: `better-${index}` },
    { ...worse, id: `worse-${index}` },
  ]);
  market = await fillEvaluationMarket(world.ctx, world.ownerUrl, {
    documents: [...sample.documents, ...documents],
    background: BACKGROUND,
  });
}, 120_000);

describe('the sample of judged questions', () => {
  it('finds 95 of 100 services, and hardly one that it must not', async () => {
    const { classes, failures } = await evaluate(market, sample.tests);
    const all = classes.at(-1);
    const told = JSON.stringify(failures);
    expect((all?.found ?? 0) / (all?.must ?? 1), told).toBeGreaterThanOrEqual(0.95);
    expect((all?.violations ?? 0) / (all?.mustNot ?? 1), told).toBeLessThanOrEqual(0.045);
  }, 120_000);

  it('puts every pair in the right order', async () => {
    const { figures, failures } = await evaluateRanking(
      market,
      pairs.map(({ query, why }, index) => ({
        query,
        why,
        ids: [`better-${index}`, `worse-${index}`] as [string, string],
      })),
    );
    expect(figures.right, JSON.stringify(failures)).toBe(pairs.length);
  });

  it('changes no right word', async () => {
    const questions = read<DidYouMean[]>('didyoumean-dev.json');
    const { figures, failures } = await evaluateDidYouMean(market, questions);
    expect(figures.changed, JSON.stringify(failures)).toBe(0);
    expect(figures.right / figures.asked, JSON.stringify(failures)).toBeGreaterThanOrEqual(0.84);
  });

  it('holds all of Lucene’s equivalences', async () => {
    const { equivalences } = read<{ equivalences: { a: string; b: string }[] }>(
      'lucene-arabic-cases.json',
    );
    const { failures } = await evaluatePairs(
      market,
      equivalences.map(({ a, b }) => ({ form: a, lemma: b, cls: 'lucene' })),
    );
    expect(failures).toEqual([]);
  });
});
