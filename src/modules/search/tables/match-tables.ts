import type { QuestionLexemes } from '../querying/question-text.ts';
import type { OpenTables } from './open-tables.ts';
import { addHolders } from './tables.ts';

/** A bit a service, in the order of the tables. */
export type Bits = Uint32Array;

/** The services that hold what is asked, without those that changed since. */
export function matchTables(tables: OpenTables, asked: QuestionLexemes): Bits {
  const [first = [], ...rest] = asked.groups;
  const found = holdersOfGroup(tables, first);
  for (const group of rest) keep(found, holdersOfGroup(tables, group));
  if (asked.named) {
    keep(
      found,
      holdersOfGroup(
        tables,
        asked.named.map((lexeme) => [lexeme]),
      ),
    );
  }
  for (let at = 0; at < found.length; at += 1)
    found[at] = (found[at] ?? 0) & ~(tables.gone[at] ?? 0);
  return found;
}

/** Whether the lexemes of one service hold what is asked. */
export function holds(lexemes: ReadonlySet<string>, { groups, named }: QuestionLexemes): boolean {
  const each = groups.every((alternatives) =>
    alternatives.some((terms) => terms.every((term) => lexemes.has(term))),
  );
  return each && (named === undefined || named.some((term) => lexemes.has(term)));
}

function holdersOfGroup(tables: OpenTables, alternatives: readonly (readonly string[])[]): Bits {
  const found = new Uint32Array(tables.gone.length);
  for (const terms of alternatives) {
    const [only = '', ...others] = terms;
    if (others.length === 0) addHolders(tables, only, found);
    else {
      const all = new Uint32Array(found.length);
      addHolders(tables, only, all);
      for (const term of others) {
        const also = new Uint32Array(found.length);
        addHolders(tables, term, also);
        keep(all, also);
      }
      for (let at = 0; at < found.length; at += 1) found[at] = (found[at] ?? 0) | (all[at] ?? 0);
    }
  }
  return found;
}

/** The first bits, of which only those stay that the others have too. */
export function both(bits: Bits, those: Bits): Bits {
  keep(bits, those);
  return bits;
}

function keep(bits: Bits, those: Bits): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] ?? 0) & (those[at] ?? 0);
}

/** How many services there are among the bits. */
export function countOf(bits: Bits): number {
  let count = 0;
  for (let at = 0; at < bits.length; at += 1) {
    let word = bits[at] ?? 0;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    count += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return count;
}

/** Calls for each service of the bits, the best first, until it answers false. */
export function eachOf(bits: Bits, call: (row: number) => boolean | undefined): void {
  for (let at = 0; at < bits.length; at += 1) {
    let left = bits[at] ?? 0;
    while (left !== 0) {
      const lowest = left & -left;
      if (call(at * 32 + 31 - Math.clz32(lowest)) === false) return;
      left ^= lowest;
    }
  }
}
