import { expect, it } from 'vitest';
import { difference } from './difference.ts';

it('shows only the lines that one side lacks, in order', () => {
  expect(difference('a\nb\nc\nd', 'a\nc\ne\nd')).toBe('- b\n+ e');
});

it('shows nothing for equal texts', () => {
  expect(difference('a\nb', 'a\nb')).toBe('');
});

it('says how much more there is', () => {
  const long = Array.from({ length: 100 }, (_, i) => `line ${i}`).join('\n');
  expect(difference('', long)).toContain('and 41 lines more');
});
