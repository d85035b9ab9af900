import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categoryTree } from './marketplace.categories.ts';

const leaves = categoryTree.flatMap((group) => group.leaves);
const all = [...categoryTree, ...leaves];
const lucide = dirname(createRequire(import.meta.url).resolve('lucide-static/package.json'));

describe('the category tree', () => {
  it('has at least 11 groups and 90 leaves', () => {
    expect(categoryTree.length).toBeGreaterThanOrEqual(11);
    expect(leaves.length).toBeGreaterThanOrEqual(90);
  });

  it.each(['key', 'slugAr', 'ar'] as const)('gives no two categories the same %s', (field) => {
    expect(new Set(all.map((entry) => entry[field])).size).toBe(all.length);
  });

  it('uses keys and slugs that need no escaping by a person', () => {
    for (const entry of all) {
      expect(entry.key).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(entry.slugAr).toMatch(/^[\u0621-\u064a]+(-[\u0621-\u064a]+)*$/);
    }
  });

  it('names icons that the icon set has', () => {
    for (const { icon } of categoryTree) {
      expect(existsSync(join(lucide, 'icons', `${icon}.svg`)), icon).toBe(true);
    }
  });

  it('keeps the hues of neighbouring groups apart', () => {
    const hues = categoryTree.map((group) => group.hue).sort((a, b) => a - b);
    for (const [at, hue] of hues.slice(1).entries()) {
      expect(hue - (hues[at] ?? 0)).toBeGreaterThanOrEqual(20);
    }
  });
});
