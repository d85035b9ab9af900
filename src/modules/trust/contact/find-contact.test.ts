import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONTACT, NO_CONTACT } from '../testing/contact-examples.ts';
import { maskContact } from './contact-part.ts';
import { type ContactPlace, findContact, isGrave } from './find-contact.ts';

const ownHosts = ['localhost:3000', 'hirfa.test'];
const find = (text: string, place: ContactPlace = 'talk') => findContact(text, { place, ownHosts });
const masked = (text: string, place?: ContactPlace) => maskContact(text, find(text, place));

describe('what leads out of the site', () => {
  it.each(CONTACT)('%s: %s', (kind, text) => {
    expect(find(text).map((part) => part.kind)).toContain(kind);
  });

  it('has at least eighty examples, each another one', () => {
    const texts = CONTACT.map(([, text]) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeGreaterThanOrEqual(80);
  });
});

describe('what a market is full of', () => {
  it.each(NO_CONTACT)('stays as it is: %s', (text) => {
    expect(masked(text)).toBe(text);
  });

  it('has at least eighty examples, each another one', () => {
    expect(new Set(NO_CONTACT).size).toBe(NO_CONTACT.length);
    expect(NO_CONTACT.length).toBeGreaterThanOrEqual(80);
  });
});

describe('in a paid order', () => {
  it.each([
    'أعد تصميم هذا الموقع https://hind-studio.com/works',
    'صفحة المقهى instagram.com/hind.design',
    'اكتب على التصميم @hind_design',
  ])('material stays: %s', (text) => {
    expect(masked(text, 'order')).toBe(text);
    expect(find(text, 'talk')).not.toEqual([]);
  });

  it.each(['0551234567', 'hind@gmail.com', 'راسلني على الواتس', 'https://wa.me/966551234567'])(
    'a way out is found: %s',
    (text) => {
      expect(isGrave(find(text, 'order'))).toBe(true);
    },
  );
});

describe('the mask', () => {
  it.each([
    ['اتصل على 0551234567 مساءً', 'اتصل على ••••• مساءً'],
    ['بريدي hind (at) gmail (dot) com شكرًا', 'بريدي ••••• شكرًا'],
    ['السعر 25 والرقم ٠٥٥١٢٣٤٥٦٧', 'السعر 25 والرقم •••••'],
    ['👋 0️⃣5️⃣5️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣ 👋', '👋 ••••• 👋'],
    ['أعمالي https://hind-studio.com و youtu.be/abc', 'أعمالي ••••• و youtu.be/abc'],
  ])('covers what was found and nothing else: %s', (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it('stands over pieces that are in order, apart and inside the text, whatever it is', () => {
    const piece = fc.constantFrom(
      ...CONTACT.map(([, text]) => text),
      ...NO_CONTACT,
      ' ',
      '😀',
      '\n',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 6 }),
        (all) => {
          const text = all.join(' ');
          let at = 0;
          for (const { from, to } of find(text)) {
            expect(from).toBeGreaterThanOrEqual(at);
            expect(to).toBeGreaterThan(from);
            at = to;
          }
          expect(at).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('comes quickly over texts made to be slow', () => {
    const hard = [
      '5 ',
      'a.',
      '@',
      'و ',
      'a@',
      'ارسل لي ',
      'نتواصل ا ا ',
      'http://',
      'خمسة و',
      'a-',
      '٥\u200d',
    ];
    const start = performance.now();
    for (const unit of hard) find(unit.repeat(Math.ceil(5_000 / unit.length)).slice(0, 5_000));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
