import { type Chance, between, seedOf, weighted } from '../chance.ts';
import type { Taste } from './hand.ts';
import type { Pen } from './pen.ts';

const FROM = 200;
const TO = 2_000;

/** In which order sellers tell the parts; the first is the commonest. */
const ORDERS = [
  ['open', 'get', 'how', 'need', 'close'],
  ['open', 'how', 'get', 'close'],
  ['open', 'get', 'need', 'not', 'close'],
  ['open', 'how', 'get', 'not', 'need'],
  ['open', 'get', 'close', 'how'],
] as const;

type Part = (typeof ORDERS)[number][number];

/** A description of 200 to 2,000 signs; how long and in which order is the seller's habit. */
export function writeDescription(pen: Pen, of: { english: boolean; taste: Taste }): string {
  const { taste, english } = of;
  const order = ORDERS[seedOf(taste.seed, 21) % ORDERS.length] ?? ORDERS[0];
  // Few write much: the usual length of a seller, from terse to eager.
  const eager = (seedOf(taste.seed, 22) % 100) / 100;
  const size = eager < 0.5 ? 1 : eager < 0.85 ? 2 : 3;
  const parts = order.map((part) =>
    english ? englishPart(pen, part, size) : arabicPart(pen, part, size),
  );
  let text = parts.filter((part) => part !== '').join('\n\n');
  while (text.length < FROM + 10) text += ` ${pen.say(english ? 'how-line' : 'how')}`;
  return fitted(mistyped(pen.chance, text, taste));
}

function arabicPart(pen: Pen, part: Part, size: number): string {
  const { chance } = pen;
  switch (part) {
    case 'open':
      return sentences(pen, 'open', between(chance, 1, Math.min(2, size)));
    case 'how':
      return sentences(pen, 'how', between(chance, size, size * 2));
    case 'get':
      return list(pen, {
        heading: 'heading',
        items: 'get',
        count: between(chance, 2 + size, 3 + size * 2),
      });
    case 'need':
      return list(pen, {
        heading: 'heading-need',
        items: 'need',
        count: between(chance, 1, 1 + size),
      });
    case 'not':
      return list(pen, { heading: 'heading-not', items: 'not', count: between(chance, 1, 2) });
    case 'close':
      return sentences(pen, 'close', between(chance, 1, 2));
  }
}

function englishPart(pen: Pen, part: Part, size: number): string {
  const { chance, hand } = pen;
  switch (part) {
    case 'open':
      return sentences(pen, 'open', 1);
    case 'how':
    case 'need':
      return sentences(pen, 'how-line', between(chance, 1, size));
    case 'get': {
      const items = new Set(Array.from({ length: 3 + size }, () => hand.word('part')));
      return ['What you get:', ...[...items].map((item) => `- ${item}`)].join('\n');
    }
    case 'not':
      return `Not included: ${hand.word('part')}.`;
    case 'close':
      return sentences(pen, 'close', 1);
  }
}

function sentences(pen: Pen, purpose: string, count: number): string {
  const said = new Set(Array.from({ length: count }, () => pen.say(purpose)));
  return [...said].join(' ');
}

function list(pen: Pen, of: { heading: string; items: string; count: number }): string {
  const items = new Set(Array.from({ length: of.count }, () => pen.say(of.items)));
  const bullet = weighted(pen.chance, [
    ['- ', 80],
    ['* ', 10],
    ['', 10],
  ]);
  return [pen.say(of.heading), ...[...items].map((item) => `${bullet}${item}`)].join('\n');
}

/** Sellers type in haste: a careless one slips in one word of a hundred, most hardly ever. */
function mistyped(chance: Chance, text: string, taste: Taste): string {
  const careless = seedOf(taste.seed, 23) % 10 === 0 ? 0.012 : 0.0015;
  return text.replace(/[\u0621-\u064a]{4,}/gu, (word) =>
    chance() < careless ? slip(chance, word) : word,
  );
}

function slip(chance: Chance, word: string): string {
  const at = between(chance, 1, word.length - 2);
  switch (between(chance, 0, 3)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1);
    case 1:
      return word.slice(0, at) + word.charAt(at) + word.slice(at);
    case 2:
      return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
    default:
      return word.replace(/[أإآ]/u, 'ا').replace(/ة$/u, 'ه');
  }
}

/** Whole lines and sentences only. */
function fitted(text: string): string {
  let short = text;
  while (short.length > TO) {
    const end = Math.max(short.lastIndexOf('\n'), short.lastIndexOf('. ', short.length - 2) + 1);
    short = short.slice(0, end > 0 ? end : TO).trimEnd();
  }
  return short;
}
