import type { Alternative, Plan } from '../analysis/types.ts';
import { inTitle, quoted } from '../index/lexemes.ts';

/** More would only be noise: each alternative is a posting list to read. */
const MOST_GROUPS = 12;
const MOST_ALTERNATIVES = 24;

/** Where the words must stand: all in the title, or anywhere. */
export type Scope = 'title' | 'anywhere';

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
  const groups = requiredGroups(plan, given.dropped).flatMap((index) => {
    const group = plan.groups[index];
    const alternatives = (group?.alternatives ?? [])
      .slice(0, MOST_ALTERNATIVES)
      .map((alternative) => alternativeText(alternative, given.scope));
    return alternatives.length > 0 ? [`(${[...new Set(alternatives)].join(' | ')})`] : [];
  });
  if (groups.length === 0) return '';
  return [...groups, ...(given.marks ?? [])].join(' & ');
}

function alternativeText({ terms }: Alternative, scope: Scope): string {
  const lexemes = terms.map((term) => quoted(scope === 'title' ? inTitle(term) : term));
  return lexemes.length === 1 ? (lexemes[0] ?? '') : `(${lexemes.join(' & ')})`;
}
