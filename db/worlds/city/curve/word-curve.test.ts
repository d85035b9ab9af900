import { describe, expect, it } from 'vitest';
import { curveTable, WordCount } from './word-curve.ts';

describe('the curve of words', () => {
  it('is a straight line of slope -1 where words follow the law, and is not where all come alike', () => {
    const lawful = new WordCount();
    const alike = new WordCount();
    for (let rank = 1; rank <= 400; rank += 1) {
      lawful.add(`w${rank} `.repeat(Math.round(4_000 / rank)));
      alike.add(`w${rank} `.repeat(10 + (rank % 3)));
    }
    const curve = lawful.curve();
    expect(curve.slope).toBeCloseTo(-1, 1);
    expect(curve.fit).toBeGreaterThan(0.99);
    expect(curve.points[0]).toMatchObject({ rank: 1, word: 'w1', count: 4_000 });
    expect(Math.abs(alike.curve().slope)).toBeLessThan(0.1);
    expect(curveTable(curve)).toContain('| 1 | w1 | 4000 |');
  });

  it('counts words of any script and leaves signs out', () => {
    const count = new WordCount();
    count.add('تصميم شعار، Logo - logo (شعار)');
    expect(count.curve()).toMatchObject({ words: 5, different: 3, once: 1 });
  });
});
