import { singularsOf } from '../analysis/plural-patterns.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { KnownWord } from '../analysis/types.ts';

/** For words outside the lexicon: which of them may be plurals of which other one. */
export function pluralIndex(lexicon: Lexicon, words: readonly KnownWord[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { surface }] of words.entries()) {
    const bare = surface.replace(/^(?:وال|بال|لل|ال)(?=.{4})/, '');
    if (lexicon.stems.has(bare) || lexicon.stems.has(surface)) continue;
    for (const singular of singularsOf(bare)) {
      const members = found.get(singular) ?? [];
      if (members.length < 8) members.push(at);
      found.set(singular, members);
    }
  }
  return found;
}
