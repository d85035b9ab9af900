import { categories, syncCategories } from '#catalogue';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { readSearchChoice, searchAddress } from './search-choice.ts';

const world = await aWorld();
await syncCategories(world.ctx);
const tree = await categories(world.ctx);
const [group] = tree.groups;
const [leaf] = group?.leaves ?? [];
const read = (address: string) =>
  readSearchChoice(Object.fromEntries(new URLSearchParams(address)), tree);

describe('the address of a search', () => {
  it.each([
    ['q=شعار'],
    ['q=شعار&category=GROUP&price=20&days=3&rating=4.5&level=distinguished'],
    ['q=شعار&category=LEAF&from=5&language=en&ai=none&online=1&exact=1&sort=newest&page=3'],
  ])('%s is read and written the same', (pattern) => {
    const address = pattern.replace('GROUP', group?.slug ?? '').replace('LEAF', leaf?.slug ?? '');
    expect(decodeURIComponent(searchAddress(read(address), tree))).toBe(`/search?${address}`);
  });

  it.each([
    'category=nowhere',
    'price=-1',
    'price=1e9',
    'price=999999',
    'days=0',
    'rating=5',
    'rating=toString',
    'level=new',
    'level=king',
    'language=xx',
    'ai=some',
    'online=0',
    'sort=random',
    'page=-2',
  ])('does not know %s', (pair) => {
    expect(searchAddress(read(`q=a&${pair}`), tree)).toBe('/search?q=a');
  });

  it('takes Arabic digits, and at most 120 letters of a question', () => {
    expect(read('q=a&price=٢٠').filters.priceToMinor).toBe(2_000n);
    expect(read(`q=${'ش'.repeat(500)}`).text).toHaveLength(120);
  });
});
