import { cardsOf, type ServiceCardData } from '#catalogue';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { planQuery } from '../planning/plan-query.ts';
import { questionText, requiredGroups } from '../querying/question-text.ts';
import { noFigures, type StoredFigures, storedFigures } from '../ranking/stored-figures.ts';

/** What stands behind the explained place of a service: who may see that, `explainPlace` decides. */
export interface WordsExplained {
  card: ServiceCardData;
  /** Words of the question that the service holds nowhere. */
  missing: string[];
  figures: StoredFigures;
}

/** The words of a question that a service lacks, and the figures of its quality. Refuses NotFound. */
export async function explainWords(
  ctx: Ctx,
  { serviceId, text }: { serviceId: string; text: string },
): Promise<WordsExplained> {
  const [[card], knowledge, figures] = await Promise.all([
    cardsOf(ctx, [serviceId]),
    knowledgeOf(ctx),
    storedFigures(ctx, [serviceId]),
  ]);
  if (!card) throw new NotFound();
  const plan = planQuery(knowledge, text);
  const asked = requiredGroups(plan);
  const missing: string[] = [];
  for (const index of asked) {
    const others = new Set(asked.filter((one) => one !== index));
    const question = questionText(plan, { scope: 'anywhere', dropped: others });
    if (question === '' || (await holds(ctx, serviceId, question))) continue;
    const [from, to] = plan.groups[index]?.tokenSpan ?? [0, 0];
    missing.push(
      plan.tokens
        .slice(from, to)
        .map(({ surface }) => surface)
        .join(' '),
    );
  }
  return {
    card,
    missing,
    figures: figures.get(serviceId) ?? { ...noFigures, buyers: card.salesCount },
  };
}

async function holds(ctx: Ctx, serviceId: string, question: string): Promise<boolean> {
  const { rows } = await sql`select from search.documents
    where service_id = ${serviceId} and words @@ ${question}::tsquery`.execute(ctx.db);
  return rows.length > 0;
}
