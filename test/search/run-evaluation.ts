/**
 * `npm run search:eval [-- FILE … --didyoumean FILE --ranking FILE --pairs FILE --failures]`: the real
 * analyser, tables and search door over a database of its own with 5,000 generated services behind.
 * Without arguments it runs the samples beside this file. One JSON line a class.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  type DidYouMean,
  evaluate,
  evaluateDidYouMean,
  evaluatePairs,
  evaluateRanking,
  type EvaluationFile,
  type FormPair,
  type RankingPair,
} from './evaluate.ts';
import {
  type EvaluationDocument,
  fillEvaluationMarket,
  openEvaluationDatabase,
} from './evaluation-market.ts';

const BACKGROUND = 5_000;
const here = (name: string) => `${import.meta.dirname}/${name}`;
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    didyoumean: { type: 'string', multiple: true, default: [] },
    ranking: { type: 'string', multiple: true, default: [] },
    pairs: { type: 'string', multiple: true, default: [] },
    failures: { type: 'boolean', default: false },
  },
});
const nothingNamed =
  positionals.length + values.didyoumean.length + values.ranking.length + values.pairs.length === 0;
const named = nothingNamed
  ? {
      files: [here('dev.json')],
      didyoumean: [here('didyoumean-dev.json')],
      ranking: [here('ranking-dev.json')],
      pairs: [here('lucene-arabic-cases.json')],
    }
  : { files: positionals, ...values };

const files = named.files.map(readJson<EvaluationFile>);
const rankings = named.ranking.flatMap(readJson<RankingPair[]>).map(rankingDocuments);
const database = await openEvaluationDatabase();
try {
  const { ctx, ownerUrl } = database;
  const documents = [
    ...files.flatMap((file) => file.documents),
    ...rankings.flatMap(({ pair }) => pair),
  ];
  const market = await fillEvaluationMarket(ctx, ownerUrl, { documents, background: BACKGROUND });
  for (const { tests } of files) {
    const { classes, failures } = await evaluate(market, tests);
    report(classes, failures);
  }
  for (const questions of named.didyoumean.map(readJson<DidYouMean[]>)) {
    const { figures, failures } = await evaluateDidYouMean(market, questions);
    report([figures], failures);
  }
  if (rankings.length > 0) {
    const { figures, failures } = await evaluateRanking(
      market,
      rankings.map(({ query, why, pair: [better, worse] }) => ({
        query,
        why,
        ids: [better.id, worse.id],
      })),
    );
    report([figures], failures);
  }
  for (const pairs of named.pairs.map(readPairs)) {
    const { classes, failures } = await evaluatePairs(market, pairs);
    report(classes, failures);
  }
} finally {
  await database.stop();
}
process.exit(0);

function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

/** `pairs` of the evaluation, or `equivalences` of Lucene's cases. */
function readPairs(path: string): FormPair[] {
  const file = readJson<{
    pairs?: FormPair[];
    equivalences?: { a: string; b: string; test: string }[];
  }>(path);
  const equal = file.equivalences ?? [];
  return file.pairs ?? equal.map(({ a, b }) => ({ form: a, lemma: b, cls: 'lucene' }));
}

function rankingDocuments({ query, better, worse, why }: RankingPair, index: number) {
  const pair: [EvaluationDocument, EvaluationDocument] = [
    { ...better, id: `better-${index}` },
    { ...worse, id: `worse-${index}` },
  ];
  return { query, why, pair };
}

function report(figures: readonly object[], failures: readonly object[]): void {
  for (const line of figures) process.stdout.write(`${JSON.stringify(line)}\n`);
  if (!values.failures) return;
  for (const line of failures) process.stdout.write(`${JSON.stringify({ failed: line })}\n`);
}
