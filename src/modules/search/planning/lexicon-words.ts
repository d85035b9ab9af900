import type { Lexicon, Paradigm, Stem } from '../lexicon/lexicon.ts';
import type { KnownWord } from '../analysis/types.ts';

/** Stems that are words by themselves, and the endings under which they are met most. */
const ALONE: Readonly<Partial<Record<Paradigm, readonly string[]>>> = {
  noun: [''],
  feminine: [''],
  'plural-base': ['ات'],
  adjective: ['', 'ه'],
  agent: ['', 'ه', 'ين'],
  plural: [''],
  loan: [''],
  latin: [''],
};

/** The words of the lexicon as they stand alone: what may be meant before anybody offers it. */
export function lexiconWords(lexicon: Lexicon): KnownWord[] {
  const found = new Map<string, KnownWord>();
  const irregular = termsWithPlural(lexicon);
  const add = (stem: string, { term, paradigm, cost }: Stem): void => {
    const regular = paradigm === 'noun' && !irregular.has(term);
    for (const ending of regular ? ['', 'ات'] : (ALONE[paradigm] ?? [])) {
      const surface = stem + ending;
      if (found.has(surface) || surface.length < 3) continue;
      const written = spelled(lexicon, { surface, stem, term });
      found.set(surface, { surface, term, written, documents: 0, unusual: cost });
    }
  };
  for (const [stem, readings] of lexicon.stems) for (const one of readings) add(stem, one);
  return [...found.values()];
}

function termsWithPlural({ stems }: Lexicon): Set<string> {
  const found = new Set<string>();
  for (const readings of stems.values()) {
    for (const { term, paradigm } of readings) if (paradigm === 'plural') found.add(term);
  }
  return found;
}

/** As people write it; Arabic that is written in Latin letters is shown in its own. */
function spelled(
  { written }: Lexicon,
  { surface, stem, term }: { surface: string; stem: string; term: string },
): string {
  if (/^[a-z]/.test(surface) && /^[ء-ي]/.test(term)) return written.get(term) ?? term;
  const known = written.get(surface);
  if (known !== undefined) return known;
  const before = written.get(stem);
  if (before === undefined) return surface;
  return before + surface.slice(stem.length).replace(/^ه$/, 'ة');
}
