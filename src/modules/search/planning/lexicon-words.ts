import type { Lexicon, Paradigm } from '../lexicon/lexicon.ts';
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
  for (const [stem, readings] of lexicon.stems) {
    const alone = readings.flatMap(({ term, paradigm }) =>
      (ALONE[paradigm] ?? []).map((ending) => ({ surface: stem + ending, term })),
    );
    for (const { surface, term } of alone) {
      if (found.has(surface) || surface.length < 3) continue;
      found.set(surface, { surface, term, written: spelled(lexicon, surface, stem), documents: 0 });
    }
  }
  return [...found.values()];
}

function spelled(lexicon: Lexicon, surface: string, stem: string): string {
  const known = lexicon.written.get(surface);
  if (known !== undefined) return known;
  const before = lexicon.written.get(stem);
  if (before === undefined) return surface;
  return before + surface.slice(stem.length).replace(/^ه$/, 'ة');
}
