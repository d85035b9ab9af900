import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { type FormulaPart, formulaParts } from './formula.ts';
import { weightsNow } from './weights.ts';

/** What anybody may read about the order of results (SPEC 3.3). */
export interface PublishedFormula {
  parts: { part: FormulaPart; weight: number; wished: number }[];
  /** The newest first; of a wish the reason, of a step none. */
  changes: {
    part: FormulaPart;
    verb: 'wish' | 'step';
    before: number;
    after: number;
    reason: string;
    at: Date;
  }[];
}

const MOST_CHANGES = 50;

/** The weights as they are, as they are wished, and how they came to be so. */
export async function publishedFormula(ctx: Ctx): Promise<PublishedFormula> {
  const [weights, wishes, changes] = await Promise.all([
    weightsNow(ctx),
    sql<{ name: FormulaPart; wished: number }>`select name, wished from search.weights`.execute(
      ctx.db,
    ),
    sql<PublishedFormula['changes'][number]>`select name as part, verb, before, after, reason, at
      from search.weight_changes order by id desc limit ${MOST_CHANGES}`.execute(ctx.db),
  ]);
  const wished = new Map(wishes.rows.map((row) => [row.name, row.wished]));
  return {
    parts: formulaParts.map((part) => ({
      part,
      weight: weights[part],
      wished: wished.get(part) ?? weights[part],
    })),
    changes: changes.rows,
  };
}
