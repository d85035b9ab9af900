import { analyseText } from '../analysis/analyse-text.ts';
import type { Lexicon, SynonymMember } from './lexicon.ts';

/** Groups `a = b = c` (each answers all others) and `a > b` (asking for a also finds b). */
export function readSynonyms(
  words: Lexicon,
  lines: readonly string[],
): Map<string, SynonymMember[]> {
  const answers = new Map<string, { terms: string[]; answers: Map<string, string[]> }>();
  const link = (from: string[], to: string[]): void => {
    const key = from.join(' ');
    const other = to.join(' ');
    if (key === '' || other === '' || key === other) return;
    const member = answers.get(key) ?? { terms: from, answers: new Map<string, string[]>() };
    member.answers.set(other, to);
    answers.set(key, member);
  };
  for (const line of lines) {
    const [left = '', right] = line.split('>');
    const askers = membersOf(words, left);
    const found = right === undefined ? askers : membersOf(words, right);
    for (const from of askers) for (const to of found) link(from, to);
  }
  const byFirst = new Map<string, SynonymMember[]>();
  for (const { terms, answers: found } of answers.values()) {
    const first = terms[0] ?? '';
    const list = byFirst.get(first) ?? [];
    list.push({ terms, answers: [...found.values()] });
    byFirst.set(first, list);
  }
  return byFirst;
}

function membersOf(words: Lexicon, side: string): string[][] {
  return side
    .split('=')
    .map((phrase) =>
      analyseText(words, phrase)
        .filter(({ stop }, _, all) => !stop || all.length === 1)
        .map(({ term }) => term),
    )
    .filter((terms) => terms.length > 0 && terms.length <= 4);
}
