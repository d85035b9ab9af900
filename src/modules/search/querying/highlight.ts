import { termsOf } from '../analysis/analyse-text.ts';
import type { Plan, Token } from '../analysis/types.ts';

type Range = readonly [from: number, to: number];

/** The pieces of a text that answer the question, as offsets into the text itself. */
export function highlight(plan: Plan, tokens: readonly Token[]): Range[] {
  const surfaces = new Set(plan.groups.flatMap((group) => (group.optional ? [] : group.surfaces)));
  const held = new Set(tokens.flatMap(termsOf));
  const asked = new Set(
    plan.groups.flatMap((group) =>
      group.optional
        ? []
        : group.alternatives
            .filter(({ terms }) => terms.every((term) => held.has(term)))
            .flatMap(({ terms }) => terms),
    ),
  );
  return tokens
    .filter(
      (token) => surfaces.has(token.surface) || termsOf(token).some((term) => asked.has(term)),
    )
    .map(({ start, end }) => [start, end] as const);
}
