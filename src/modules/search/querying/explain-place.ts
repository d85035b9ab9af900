import { findSearchable } from '#catalogue';
import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';
import { type FormulaPart, partsOf, qualityFactor, type Weights } from '../ranking/formula.ts';
import { isNewcomer } from '../ranking/newcomers.ts';
import { scoreText, type TextScore } from '../ranking/score-text.ts';
import { noFigures, storedFigures } from '../ranking/stored-figures.ts';
import { weightsNow } from '../ranking/weights.ts';
import { levelNumber, type SearchFilters } from './filters.ts';
import { rankExactly } from './rank-exactly.ts';

const DAY_MS = 86_400_000;

/** Why a service stands where it does for a question (SPEC 3.3). */
export interface PlaceExplained {
  /** From 1, by the formula alone; undefined when the service does not answer the question. */
  place: number | undefined;
  /** Services that answer it. */
  of: number;
  text: TextScore;
  /** 0 to 1, as it stands in the index. */
  quality: number;
  parts: Record<FormulaPart, number>;
  weights: Weights;
  score: number;
  /** It may be given one of the places for services whose figures are not known yet. */
  newcomer: boolean;
}

/** Explains the place of one's own service; the staff may ask about any. Refuses NotFound. */
export async function explainPlace(
  ctx: Ctx,
  question: { serviceId: string; text: string; filters: SearchFilters },
): Promise<PlaceExplained> {
  const { serviceId, text } = question;
  const [found] = isUuid(serviceId) ? await findSearchable(ctx, [serviceId]) : [];
  if (!found || !mayAsk(ctx, found.card.sellerId)) throw new NotFound();
  const { card, publishedAt } = found;
  const [document, figures, weights, knowledge, ranked] = await Promise.all([
    readDocument(ctx, serviceId),
    storedFigures(ctx, [serviceId]),
    weightsNow(ctx),
    knowledgeOf(ctx),
    rankExactly(ctx, question),
  ]);
  if (!document) throw new NotFound();
  const words = scoreText(planQuery(knowledge, text), document.titleWords);
  const at = ranked.findIndex((one) => one.serviceId === serviceId);
  const now = ctx.clock.now();
  return {
    place: at === -1 ? undefined : at + 1,
    of: ranked.length,
    text: words,
    quality: document.quality,
    parts: partsOf({
      ...(figures.get(serviceId) ?? { ...noFigures, buyers: card.salesCount }),
      ratingHundredths: card.ratingHundredths,
      ratingCount: card.ratingCount,
      level: levelNumber(card.sellerLevel),
      ageDays: (now.getTime() - publishedAt.getTime()) / DAY_MS,
    }),
    weights,
    score: words.total * qualityFactor(document.quality),
    newcomer: isNewcomer({ salesCount: card.salesCount, publishedAt }, now),
  };
}

function mayAsk({ actor }: Ctx, sellerId: string): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'member') return false;
  return (
    actor.memberId === sellerId || actor.roles.some((role) => ['support', 'admin'].includes(role))
  );
}

async function readDocument(ctx: Ctx, serviceId: string) {
  const { rows } = await sql<{ quality: number; titleWords: string }>`
    select quality, title_words as "titleWords" from search.documents
    where service_id = ${serviceId}`.execute(ctx.db);
  return rows[0];
}
