import fc from 'fast-check';
import { expect, it } from 'vitest';
import { leastOf } from './least-of.ts';

it('the least of all are those that sorting would put first', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 20 })), fc.integer({ min: 1, max: 12 }), (counts, most) => {
      const all = counts.map((count, place) => ({ count, place }));
      const sorted = [...all].sort((one, other) => one.count - other.count).slice(0, most);
      expect(leastOf(all, most, ({ count }) => count)).toEqual(sorted);
    }),
  );
});
