import { seedOf } from '../chance.ts';

/** A part of a sentence: fixed text, an open place, or ways to say the same. */
type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'slot'; name: string; forWhom: boolean }
  | { kind: 'ways'; id: number; ways: readonly (readonly Piece[])[] };

export type Template = readonly Piece[];

/** Fills the open places and chooses among ways: the hand that writes. */
export interface Hand {
  word(slot: string): string;
  /** Which of so many ways this hand prefers here. */
  way(id: number, count: number): number;
}

/**
 * Reads a sentence: `{thing}` is an open place, `{domain+ل}` one with «for» joined to it, `[a|b]`
 * different ways to say it.
 */
export function compile(text: string): Template {
  const pieces: Piece[] = [];
  let rest = text;
  while (rest !== '') {
    const [, before = '', mark = ''] = /^([^[{]*)([[{]?)/.exec(rest) ?? [];
    if (before !== '') pieces.push({ kind: 'text', text: before });
    rest = rest.slice(before.length);
    if (mark === '') break;
    const end = rest.indexOf(mark === '{' ? '}' : ']');
    if (end < 0) throw new Error(`Not closed: ${text}`);
    pieces.push(mark === '{' ? slot(rest.slice(1, end)) : choice(rest.slice(1, end)));
    rest = rest.slice(end + 1);
  }
  return pieces;
}

function slot(inside: string): Piece {
  const [name = '', joined] = inside.split('+');
  return { kind: 'slot', name, forWhom: joined !== undefined };
}

function choice(inside: string): Piece {
  // The choice is known by its words, so that a habit does not change when other sentences do.
  const id = seedOf(...Array.from(inside, (sign) => sign.codePointAt(0) ?? 0));
  return { kind: 'ways', id, ways: inside.split('|').map((way) => compile(way)) };
}

/** The sentence as this hand writes it. */
export function write(template: Template, hand: Hand): string {
  let text = '';
  for (const piece of template) {
    if (piece.kind === 'text') text += piece.text;
    else if (piece.kind === 'slot') {
      const word = hand.word(piece.name);
      text += piece.forWhom ? withLam(word) : word;
    } else text += write(piece.ways[hand.way(piece.id, piece.ways.length)] ?? [], hand);
  }
  return text;
}

/** «for»: لمتجر, and للمبتدئين where the article stands. */
function withLam(word: string): string {
  return word.startsWith('ال') ? `لل${word.slice(2)}` : `ل${word}`;
}
