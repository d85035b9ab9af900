import type { Plan } from '../analysis/types.ts';
import { cut, inTags, inTitle, quoted } from '../index/lexemes.ts';

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

/** What must be there: of each group one alternative, of each alternative every lexeme. */
export interface QuestionLexemes {
  groups: string[][][];
  /** When given, one of these as well. */
  named: string[] | undefined;
}

/** The lexemes a plan asks for, in one of the three scopes; undefined when nothing is asked. */
export function questionLexemes(
  plan: Plan,
  given: { scope: Scope; dropped?: ReadonlySet<number> },
): QuestionLexemes | undefined {
  const asked = requiredGroups(plan, given.dropped)
    .map((index) => (plan.groups[index]?.alternatives ?? []).slice(0, MOST_ALTERNATIVES))
    .filter((alternatives) => alternatives.length > 0);
  if (asked.length === 0) return undefined;
  const inScope = (term: string) => cut(given.scope === 'title' ? inTitle(term) : term);
  return {
    groups: asked.map((alternatives) => alternatives.map(({ terms }) => terms.map(inScope))),
    named:
      given.scope === 'partly'
        ? asked
            .flat()
            .flatMap(({ terms }) => terms.flatMap((term) => [inTitle(term), inTags(term)].map(cut)))
        : undefined,
  };
}

/**
 * A plan as the ready text of a tsquery: groups joined by &, each `(a | b | (c & d))`. Empty when
 * nothing is asked.
 */
export function questionText(
  plan: Plan,
  given: { scope: Scope; dropped?: ReadonlySet<number>; marks?: readonly string[] },
): string {
  const asked = questionLexemes(plan, given);
  if (!asked) return '';
  const groups = asked.groups.map((alternatives) => oneOf(alternatives.map(allOf)));
  const named = asked.named === undefined ? [] : [oneOf(asked.named.map(quoted))];
  return [...groups, ...named, ...(given.marks ?? [])].join(' & ');
}

function oneOf(texts: readonly string[]): string {
  return `(${[...new Set(texts)].join(' | ')})`;
}

function allOf(lexemes: readonly string[]): string {
  const texts = lexemes.map(quoted);
  return texts.length === 1 ? (texts[0] ?? '') : `(${texts.join(' & ')})`;
}
