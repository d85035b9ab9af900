import { describe, expect, it } from 'vitest';
import { categoryTree } from '../../../../marketplace.categories.ts';
import { buyers, sellers } from './index.ts';

const everyone = [...sellers, ...buyers];
const leafKeys = new Set(categoryTree.flatMap(({ leaves }) => leaves.map(({ key }) => key)));

describe('the people of the lively market', () => {
  it('are at least 44 sellers and 60 buyers', () => {
    expect(sellers.length).toBeGreaterThanOrEqual(44);
    expect(buyers.length).toBeGreaterThanOrEqual(60);
  });

  it.each(['handle', 'displayName'] as const)('share no %s', (field) => {
    expect(new Set(everyone.map((member) => member[field])).size).toBe(everyone.length);
  });

  it.each(everyone)('$handle can join as anybody would', (member) => {
    expect(member.handle).toMatch(/^[a-z]{4,24}$/);
    expect(member.displayName).toMatch(/^[\u0621-\u064a ]{5,40}$/);
    expect(() => new Intl.DateTimeFormat('ar', { timeZone: member.timeZone })).not.toThrow();
    expect(member.languages[0]).toBe('ar');
    expect(member.joinedDaysAgo).toBeGreaterThan(30);
  });

  it('come from across the Arab world', () => {
    expect(new Set(sellers.map(({ country }) => country)).size).toBeGreaterThanOrEqual(16);
    expect(new Set(everyone.map(({ country }) => country)).size).toBe(18);
  });

  it('are women and men in like numbers', () => {
    const women = everyone.filter(({ gender }) => gender === 'f').length;
    expect(women / everyone.length).toBeGreaterThan(0.4);
    expect(women / everyone.length).toBeLessThan(0.6);
  });
});

describe('the sellers', () => {
  it.each(sellers)('$handle tells who they are and sells in known categories', (seller) => {
    expect([...seller.bio].length).toBeGreaterThan(80);
    expect(seller.headline).not.toBe('');
    expect(seller.skills.length).toBeGreaterThanOrEqual(3);
    for (const key of seller.leafKeys) expect(leafKeys).toContain(key);
  });

  it('stand at every level, and the higher the fewer above active', () => {
    const at = (level: string) => sellers.filter((seller) => seller.level === level).length;
    expect(at('new')).toBeGreaterThanOrEqual(10);
    expect(at('active')).toBeGreaterThan(at('distinguished'));
    expect(at('distinguished')).toBeGreaterThan(at('trusted'));
    expect(at('trusted')).toBeGreaterThanOrEqual(3);
  });
});
