import type { Alternative, Plan } from '../analysis/types.ts';
import { inTags, inTitle, quoted } from '../index/lexemes.ts';

/** More would only be noise: each alternative is a posting list to read. */
const MOST_GROUPS = 12;
const MOST_ALTERNATIVES = 24;

/** Where the words must stand: all in the title; at least one in title or tags; anywhere. */
export type Scope = 'title' | 'partly' | 'anywhere';

/** The groups of a plan that must be there, without those given up; indexes of `plan.groups`. */
export function requiredGroups(plan: Plan, dropped: ReadonlySet<number> = new Set()): number[] {
  const required = plan.groups.flatMap((group, index) =>
    group.optional || dropped.has(index) ? [] : [index],
  );
  // A question of stop words alone («من نحن») asks for these words.
  const asked = required.length > 0 ? required : plan.groups.map((_group, index) => index);
  return asked.filter((index) => !dropped.has(index)).slice(0, MOST_GROUPS);
}

/**
 * A plan as the ready text of a tsquery: groups joined by &, each `(a | b | (c & d))`. Empty when
 * nothing is asked.
 */
export function questionText(
  plan: Plan,
  given: { scope: Scope; dropped?: ReadonlySet<number>; marks?: readonly string[] },
): string {
  const asked = requiredGroups(plan, given.dropped)
    .map((index) => (plan.groups[index]?.alternatives ?? []).slice(0, MOST_ALTERNATIVES))
    .filter((alternatives) => alternatives.length > 0);
  if (asked.length === 0) return '';
  const groups = asked.map((alternatives) =>
    oneOf(alternatives.map((alternative) => alternativeText(alternative, given.scope))),
  );
  const named = given.scope === 'partly' ? [oneOf(asked.flat().flatMap(namedTexts))] : [];
  return [...groups, ...named, ...(given.marks ?? [])].join(' & ');
}

function oneOf(texts: readonly string[]): string {
  return `(${[...new Set(texts)].join(' | ')})`;
}

/** The terms of an alternative where they stand in the title or in the tags. */
function namedTexts({ terms }: Alternative): string[] {
  return terms.flatMap((term) => [quoted(inTitle(term)), quoted(inTags(term))]);
}

function alternativeText({ terms }: Alternative, scope: Scope): string {
  const lexemes = terms.map((term) => quoted(scope === 'title' ? inTitle(term) : term));
  return lexemes.length === 1 ? (lexemes[0] ?? '') : `(${lexemes.join(' & ')})`;
}
