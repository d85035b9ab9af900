import { pauseService, resumeService } from '#catalogue';
import { aMember, aPublishedService } from '#catalogue/testing';
import { drainFacts } from '#platform/facts';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import type { SearchQuery } from './search-query.ts';
import { searchServices } from './search-services.ts';

const world = await aWorld();
const sellerId = await aMember(world, 'رنا الحسن');
const logo = await aPublishedService(world, { sellerId });
const translation = await aPublishedService(world, {
  input: {
    leafKey: 'english-translation',
    title: 'ترجمة 500 كلمة إلى العربية',
    tags: ['translation', 'ترجمة'],
    basePriceMinor: 500n,
    deliveryDays: 2,
    upgrades: [],
  },
});
await drainFacts(world.ctx, searchListeners);

const find = async (text: string, more: Partial<SearchQuery> = {}) => {
  const query = { text, filters: {}, sort: 'best' as const, page: 1, ...more };
  return (await searchServices(world.stranger, query)).cards.map((card) => card.serviceId);
};

describe('a search', () => {
  it.each([
    ['شعار', 'logo'],
    ['الشعار', 'logo'],
    ['شِعار احترافي', 'logo'],
    ['لوجو', 'logo'],
    ['logo design', 'logo'],
    ['رنا الحسن', 'logo'],
    ['TRANSLATION', 'translation'],
    ['ترجمه ٥٠٠', 'translation'],
    ['ترجم', 'translation'],
  ])('for %j finds the %s', async (text, which) => {
    const [first] = await find(text);
    expect(first).toBe(which === 'logo' ? logo.serviceId : translation.serviceId);
  });

  it.each([
    '',
    "'; drop table search.documents; --",
    '<script>',
    '%_',
    ')(&|!:*',
    'x'.repeat(5_000),
  ])('for %j finds nothing and breaks nothing', async (text) =>
    expect(await find(text)).toEqual([]),
  );

  it.each([
    ['ten thousand words', Array.from({ length: 10_000 }, (_, at) => `كلمة${at}`).join(' ')],
    ['one word ten thousand times', 'شعار '.repeat(10_000)],
    ['an expression', '(شعار|(ترجمة.*)+)+$ [أ-ي]{1,9999} \\'],
    ['turned letters', '\u202eراعش\u202c \u0000 \ud800 ﷺ'.repeat(50)],
    ['nothing but marks', '\u064b'.repeat(5_000)],
  ])('of %s is answered', async (_what, text) => {
    const found = await searchServices(world.stranger, {
      text,
      filters: {},
      sort: 'best',
      page: 1,
    });
    expect(found.cutShort).toBe(false);
  });

  it('does without words that nobody holds, and says so', async () => {
    const asked = { filters: {}, sort: 'best' as const, page: 1 };
    const found = await searchServices(world.stranger, { text: 'ترجمة كلمة مفقودة', ...asked });
    expect(found.givenUp).toEqual(['مفقوده']);
    expect(found.cards[0]?.serviceId).toBe(translation.serviceId);
  });

  it('says which pieces of a title answer', async () => {
    const asked = { filters: {}, sort: 'best' as const, page: 1 };
    const { cards, shown } = await searchServices(world.stranger, { text: 'الترجمات', ...asked });
    const [card] = cards;
    const pieces = shown
      .get(card?.serviceId ?? '')
      ?.titleRanges.map(([from, to]) => card?.title.slice(from, to));
    expect(pieces).toEqual(['ترجمة']);
  });

  it('is filtered, with counts of everything that matches', async () => {
    expect(await find('كلمة', { filters: { priceToMinor: 500n } })).toEqual([
      translation.serviceId,
    ]);
    expect(await find('كلمة', { filters: { daysTo: 1 } })).toEqual([]);
    const { counts } = await searchServices(world.stranger, {
      text: 'ترجمة',
      filters: { daysTo: 1 },
      sort: 'best',
      page: 1,
    });
    expect(counts).toEqual([{ priceMinor: 500n, deliveryDays: 2, services: 1 }]);
    expect(await find('شعار', { page: 2 })).toEqual([]);
  });

  it('no longer finds what left the lists', async () => {
    await pauseService(world.as(sellerId), { serviceId: logo.serviceId });
    await drainFacts(world.ctx, searchListeners);
    expect(await find('لوجو')).not.toContain(logo.serviceId);
    await resumeService(world.as(sellerId), { serviceId: logo.serviceId });
    await drainFacts(world.ctx, searchListeners);
    expect((await find('لوجو'))[0]).toBe(logo.serviceId);
  });
});
