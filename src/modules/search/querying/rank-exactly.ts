import { workLanguages } from '#catalogue';
import type { Ctx } from '#platform/context';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';
import { qualityFactor } from '../ranking/formula.ts';
import { TextScorer } from '../ranking/score-text.ts';
import { readTitle, WordNumbers } from '../ranking/title-words.ts';
import { rowConditions, type SearchFilters } from './filters.ts';
import { questionText } from './question-text.ts';
import { searchPool } from './search-pool.ts';

/** A match judged by the whole formula. */
export interface ExactRank {
  serviceId: string;
  score: number;
}

/**
 * Every service that answers the question, each judged by the formula, the best first: what the tiers
 * must agree with. Dear for a broad word; for explanations and measurements, never for a page.
 */
export async function rankExactly(
  ctx: Ctx,
  question: { text: string; filters: SearchFilters },
): Promise<ExactRank[]> {
  const plan = planQuery(await knowledgeOf(ctx), question.text);
  const conditions = rowConditions(question.filters, { firstValue: 2, languages: workLanguages });
  const text = questionText(plan, { scope: 'anywhere', marks: conditions.lexemes });
  if (text === '') return [];
  const { rows } = await searchPool(ctx).query<{
    id: string;
    quality: number;
    words: string;
    number: number;
  }>({
    text: `select service_id as id, quality, title_words as words, number from search.documents
      where words @@ $1::tsquery${conditions.sql}`,
    values: [text, ...conditions.values],
  });
  const numbers = new WordNumbers();
  const read = rows.map((row) => ({ ...row, title: readTitle(row.words, numbers) }));
  const scorer = new TextScorer(plan, new Set(), numbers);
  return read
    .map(({ id, quality, title, number }) => ({
      serviceId: id,
      score: scorer.score(title).total * qualityFactor(quality),
      quality,
      number,
    }))
    .sort(
      (one, other) =>
        other.score - one.score || other.quality - one.quality || other.number - one.number,
    )
    .map(({ serviceId, score }) => ({ serviceId, score }));
}
