import type { Pen } from './pen.ts';

/** What a title may have, as the catalogue's own check says it: lengths and signs. */
const FROM = 12;
const TO = 60;
const ALLOWED = /^[\p{L}\p{M}\p{Nd} .,\-+#/%():]*$/u;
const TRIES = 12;

const lengthOf = (text: string) => Array.from(text).length;

/** A title of 12 to 60 signs in the seller's manner. */
export function writeTitle(pen: Pen): string {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const title = upper(lengthened(pen, pen.say('title').replaceAll('،', ',')));
    if (lengthOf(title) >= FROM && lengthOf(title) <= TO && ALLOWED.test(title)) return title;
  }
  const plain = `${pen.hand.word('act')} ${pen.hand.word('thing')} ${pen.hand.word('how')}`;
  return upper(shortened(plain));
}

function lengthened(pen: Pen, title: string): string {
  return lengthOf(title) >= FROM ? title : `${title} ${pen.hand.word('how')}`;
}

function shortened(title: string): string {
  const words = title.replace(/[^\p{L}\p{M}\p{Nd} .,\-+#/%():]/gu, '').split(' ');
  while (words.length > 2 && lengthOf(words.join(' ')) > TO) words.pop();
  return words.join(' ');
}

function upper(title: string): string {
  return title.charAt(0).toUpperCase() + title.slice(1);
}
