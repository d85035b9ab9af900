import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { handleFault, handleFor } from './handle.ts';

it.each([
  ['رنا الحسن', 'rna-alhsn'],
  ['Adam Smith', 'adam-smith'],
  ['Zoë  Müller', 'zoe-muller'],
])('spells %s as %s', (name, handle) => {
  expect(handleFor(name, 0, randomBytes)).toBe(handle);
});

it.each(['', '李', '😀', 'a', 'admin', 'ـــ', '-'.repeat(60), 'ش'.repeat(60)])(
  'always gives a well-formed free one, also for %j',
  (name) => {
    for (const attempt of [0, 1, 2]) {
      expect(handleFault(handleFor(name, attempt, randomBytes))).toBeUndefined();
    }
  },
);
