import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { firstWeights, type FormulaPart, formulaParts, type Weights } from './formula.ts';

/** The weights that hold now. */
export async function weightsNow(ctx: Ctx): Promise<Weights> {
  const { rows } = await sql<{ name: FormulaPart; value: number }>`
    select name, value from search.weights`.execute(ctx.db);
  const stored = new Map(rows.map(({ name, value }) => [name, value]));
  return Object.fromEntries(
    formulaParts.map((part) => [part, stored.get(part) ?? firstWeights[part]]),
  ) as Weights;
}
