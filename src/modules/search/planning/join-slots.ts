import { analyseText } from '../analysis/analyse-text.ts';
import type { Alternative } from '../analysis/types.ts';
import type { Slot, Sources } from './slot.ts';

/** Neighbours that are one word when written together. */
export interface Join {
  from: number;
  to: number;
  alternative: Alternative;
  written: string;
}

/** Two or three words of the question that services write as one («وو كومرس»). */
export function joinSlots({ lexicon, vocabulary }: Sources, slots: readonly Slot[]): Join[] {
  const found: Join[] = [];
  for (let at = 0; at + 1 < slots.length; at += 1) {
    for (const count of [3, 2]) {
      const parts = slots.slice(at, at + count);
      if (parts.length < count || !areOneScript(parts)) continue;
      const whole = parts.map(({ token }) => token.surface).join('');
      const word = vocabulary.find(whole);
      const [token] = analyseText(lexicon, whole);
      if (word === undefined || token === undefined || whole.length < 5) continue;
      if (word.documents === 0 && parts.every((part) => part.token.known)) continue;
      found.push({
        from: at,
        to: at + count,
        alternative: { terms: [token.term], weight: 0.9, reading: 'spelling' },
        written: word.written,
      });
      break;
    }
  }
  return found;
}

function areOneScript(parts: readonly Slot[]): boolean {
  const words = parts.map(({ token }) => token.surface);
  return (
    words.every((word) => /^[ء-ي]{2,}$/.test(word)) || words.every((word) => /^[a-z]+$/.test(word))
  );
}
