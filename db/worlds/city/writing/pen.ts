import { type Chance, zipfPlace } from '../chance.ts';
import { type Hand, type Template, write } from './grammar.ts';
import { arabicHand, englishHand, type Taste } from './hand.ts';
import type { LeafWords, Texts } from './read-texts.ts';

/** How one hand turns the sentences of a purpose into text. */
export interface Pen {
  hand: Hand;
  chance: Chance;
  /** A sentence of that purpose. */
  say(purpose: string): string;
}

/** The hand of this seller in this leaf, in Arabic or English. */
export function penOf(
  texts: Texts,
  of: { words: LeafWords; taste: Taste; chance: Chance; english: boolean },
): Pen {
  const { chance, english } = of;
  const hand = english ? englishHand(texts, of) : arabicHand(texts, of);
  const book = english ? texts.english : texts.phrases;
  return {
    hand,
    chance,
    say(purpose) {
      const templates = book.get(purpose) ?? [];
      const template: Template = templates[zipfPlace(chance, templates.length)] ?? [];
      return tidy(write(template, hand));
    },
  };
}

/** Single spaces, and «بـ» joined to the letter after it. */
function tidy(text: string): string {
  return text
    .replace(/ـ(?=[\u0621-\u064a])/gu, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ ([،؛.؟])/g, '$1')
    .trim();
}
