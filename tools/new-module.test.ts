import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesOf, whyNot, withTier } from './new-module.ts';

const tiersText = readFileSync(new URL('./tiers.ts', import.meta.url), 'utf8');

it('writes the doors, the words in both languages and a page about it', () => {
  const files = filesOf('gift-cards');
  expect(Object.keys(files).map((path) => path.replace('src/modules/gift-cards/', ''))).toEqual([
    'README.md',
    'index.ts',
    'module.ts',
    'locales/index.ts',
    'locales/ar.ts',
    'locales/en.ts',
  ]);
  expect(files['src/modules/gift-cards/module.ts']).toContain('giftCardsModule');
  expect(files['src/modules/gift-cards/README.md']).toContain('gift_cards');
});

it.each([
  [1, /'notifications', 'gifts'\],/],
  [4, /\['orders', 'collections', 'gifts'\],/],
  [8, /'operations', 'gifts'\],/],
])('puts it into tier %i', (tier, expected) => {
  expect(withTier(tiersText, 'gifts', tier)).toMatch(expected);
});

it.each([
  ['Gifts', 4, /lower-kebab/],
  ['orders', 4, /exists already/],
  ['gifts', 0, /tier is/],
  ['gifts', 9, /tier is/],
  ['gifts', Number.NaN, /tier is/],
])('refuses %s in tier %d', (name, tier, why) => {
  expect(whyNot(name, tier)).toMatch(why);
});

it('accepts a new noun', () => {
  expect(whyNot('gifts', 4)).toBeUndefined();
});
