import { searchServices } from '../../src/modules/search/querying/search-services.ts';
import { knowledgeOf } from '../../src/modules/search/knowledge/knowledge.ts';
import { termsOf } from '../../src/modules/search/analysis/analyse-text.ts';
import type { EvaluationDocument, EvaluationMarket } from './evaluation-market.ts';

/** A file of documents and judged questions. */
export interface EvaluationFile {
  documents: EvaluationDocument[];
  tests: { id: string; cls: string; query: string; must: string[]; must_not: string[] }[];
}

export interface ClassFigures {
  cls: string;
  must: number;
  found: number;
  mustNot: number;
  violations: number;
}

/** What a question missed or should not have found. */
export interface Failure {
  cls: string;
  query: string;
  missed: string[];
  wrong: string[];
}

export interface DidYouMean {
  query: string;
  accept: string[];
  must_not_correct: boolean;
}

export interface RankingPair {
  query: string;
  better: Omit<EvaluationDocument, 'id'>;
  worse: Omit<EvaluationDocument, 'id'>;
  why: string;
}

export interface FormPair {
  form: string;
  lemma: string;
  cls: string;
}

/** Runs every question through the search door, all its pages, and counts by class; `all` comes last. */
export async function evaluate(
  market: EvaluationMarket,
  tests: EvaluationFile['tests'],
): Promise<{ classes: ClassFigures[]; failures: Failure[] }> {
  const classes = new Map<string, ClassFigures>();
  const failures: Failure[] = [];
  const all = emptyFigures('all');
  for (const test of tests) {
    const { found, relaxed } = await answersTo(market, test.query, [
      ...test.must,
      ...test.must_not,
    ]);
    const rank = (id: string) => (found.includes(id) ? found.indexOf(id) : Infinity);
    const lastMust = Math.max(...test.must.map(rank), -1);
    const wrong = test.must_not.filter((id) =>
      relaxed ? rank(id) < lastMust : rank(id) !== Infinity,
    );
    const missed = test.must.filter((id) => rank(id) === Infinity);
    const own = classes.get(test.cls) ?? emptyFigures(test.cls);
    classes.set(test.cls, own);
    for (const figures of [own, all]) {
      figures.must += test.must.length;
      figures.found += test.must.length - missed.length;
      figures.mustNot += test.must_not.length;
      figures.violations += wrong.length;
    }
    if (missed.length + wrong.length > 0)
      failures.push({ cls: test.cls, query: test.query, missed, wrong });
  }
  return { classes: [...classes.values(), all], failures };
}

/** How often the first suggestion is right, and how often a right word is changed. */
export async function evaluateDidYouMean(
  market: EvaluationMarket,
  questions: readonly DidYouMean[],
) {
  const figures = { cls: 'didyoumean', asked: 0, right: 0, kept: 0, changed: 0 };
  const failures: { query: string; shown: string | undefined }[] = [];
  for (const { query, accept, must_not_correct: keep } of questions) {
    const { correction } = await ask(market, query, 1);
    const shown = correction?.shown;
    const right = keep ? shown === undefined : accept.map(plain).includes(plain(shown ?? ''));
    if (keep) figures[right ? 'kept' : 'changed'] += 1;
    else {
      figures.asked += 1;
      if (right) figures.right += 1;
    }
    if (!right) failures.push({ query, shown });
  }
  return { figures, failures };
}

/** How many pairs stand in the right order; `ids` are of the better and the worse document. */
export async function evaluateRanking(
  market: EvaluationMarket,
  pairs: readonly { query: string; ids: [better: string, worse: string]; why: string }[],
) {
  const figures = { cls: 'ranking', pairs: pairs.length, right: 0 };
  const failures: { query: string; why: string }[] = [];
  for (const { query, ids, why } of pairs) {
    const { found } = await answersTo(market, query, ids);
    const [better, worse] = ids.map((id) => found.indexOf(id)) as [number, number];
    if (better !== -1 && (worse === -1 || better < worse)) figures.right += 1;
    else failures.push({ query, why });
  }
  return { figures, failures };
}

/** How many forms share an index term with their lemma, by class; `same: false` pairs must share none. */
export async function evaluatePairs(market: EvaluationMarket, pairs: readonly FormPair[]) {
  const { analyse } = await knowledgeOf(market.ctx);
  const classes = new Map<string, { cls: string; pairs: number; share: number }>();
  const failures: FormPair[] = [];
  for (const pair of pairs) {
    const held = new Set(analyse(pair.lemma).flatMap(termsOf));
    const shares = analyse(pair.form)
      .flatMap(termsOf)
      .some((term) => held.has(term));
    for (const cls of [pair.cls, 'all']) {
      const figures = classes.get(cls) ?? { cls, pairs: 0, share: 0 };
      classes.set(cls, { cls, pairs: figures.pairs + 1, share: figures.share + Number(shares) });
    }
    if (!shares) failures.push(pair);
  }
  const all = classes.get('all');
  classes.delete('all');
  return { classes: [...classes.values(), ...(all ? [all] : [])], failures };
}

async function answersTo(market: EvaluationMarket, text: string, wanted: readonly string[]) {
  const found: string[] = [];
  let relaxed = false;
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const result = await ask(market, text, page);
    relaxed = result.givenUp.length > 0;
    pages = result.pageCount;
    for (const { serviceId } of result.cards)
      found.push(market.documentOf.get(serviceId) ?? serviceId);
    if (wanted.every((id) => found.includes(id))) break;
  }
  return { found, relaxed };
}

function ask({ ctx }: EvaluationMarket, text: string, page: number) {
  return searchServices(ctx, { text, filters: {}, sort: 'best', page });
}

function emptyFigures(cls: string): ClassFigures {
  return { cls, must: 0, found: 0, mustNot: 0, violations: 0 };
}

/** Compared as people would: without marks, with one alef, ya and ha. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[أإآ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه')
    .trim()
    .toLowerCase();
}
