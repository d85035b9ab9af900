import { FREQUENCY } from './correct-word.ts';
import { editDistance } from './edit-distance.ts';
import { offer, type Position, type Slot, type Sources } from './slot.ts';

/** How sure one must be before a word that exists is taken for another. */
interface Doubt {
  /** How far the other word may be. */
  distance: number;
  /** Services that must hold the other word for each one that holds this. */
  ratio: number;
  /** The word is kept when more services hold it. */
  mostOwn: number;
}

/**
 * A word that exists may still be a slip («شاعر شركة»): only if hardly any service holds it and one
 * slip away is what very many do; more readily when nothing was found for the words as they are.
 */
export function doubtWord({ vocabulary }: Sources, slot: Slot, position: Position): void {
  const { surface, term, known } = slot.token;
  if (surface.length < 4 || !/^[ء-ي]+$/.test(surface)) return;
  const doubt = doubtOf(known, position);
  const own = Math.max(vocabulary.documents(term), vocabulary.count(surface));
  if (doubt === undefined || own > doubt.mostOwn) return;
  const found = vocabulary.near(surface).flatMap((word) => {
    const often = vocabulary.documents(word.term);
    if (word.term === term || often < doubt.ratio * (own + 0.5)) return [];
    const distance = editDistance(surface, word.surface, doubt.distance);
    return distance === Infinity
      ? []
      : [{ word, score: distance - FREQUENCY * Math.log2(1 + often) }];
  });
  const [first, ...others] = found.sort((a, b) => a.score - b.score).slice(0, 3);
  if (first === undefined) return;
  for (const { word } of [first, ...others]) {
    offer(slot.alternatives, { terms: [word.term], weight: 0.55, reading: 'correction' });
  }
  slot.shown ??= first.word.written;
}

function doubtOf(known: boolean, { words, doubting }: Position): Doubt | undefined {
  if (doubting) return { distance: 1, ratio: 3, mostOwn: 1000 };
  if (!known) return { distance: 0.8, ratio: 40, mostOwn: 2 };
  return words > 1 ? { distance: 0.62, ratio: 40, mostOwn: 2 } : undefined;
}
