import { DEFAULT_READER } from '#platform/i18n';
import { hrefFor, noAssets, PageProvider, type PageValue } from '#ui';
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import type { CategoryTree } from '../categories/categories.ts';
import type { ServiceCardData } from '../listing/card.ts';
import { ServiceGrid } from './service-grid.tsx';

const leaf = {
  key: 'logo-design',
  nameAr: 'شعارات',
  nameEn: 'Logos',
  slug: 'شعارات',
  groupKey: 'design',
};
const tree: CategoryTree = {
  groups: [],
  groupOf: () => undefined,
  leafOf: () => leaf,
  bySlug: () => undefined,
};
const card: ServiceCardData = {
  serviceId: 'one',
  number: 7,
  title: '<b>تصميم شعار</b>',
  leafKey: 'logo-design',
  groupKey: 'design',
  priceMinor: 1_500n,
  deliveryDays: 3,
  coverFileId: undefined,
  sellerId: 's',
  sellerName: 'رنا الحسن',
  sellerHandle: 'rana',
  sellerLevel: 'trusted',
  salesCount: 0,
  ratingCount: 0,
  ratingHundredths: 0,
};

function show(change: Partial<ServiceCardData> = {}, reader: Partial<PageValue['reader']> = {}) {
  const whole = { ...DEFAULT_READER, ...reader };
  const page: PageValue = {
    reader: whole,
    href: hrefFor(whole),
    path: '/',
    origin: '',
    now: new Date(0),
    theme: 'auto',
    assets: noAssets,
  };
  const grid = <ServiceGrid cards={[{ ...card, ...change }]} tree={tree} />;
  return renderToString(<PageProvider value={page}>{grid}</PageProvider>);
}

it('a remembered card is the same, and every change of what it shows makes another', () => {
  const first = show();
  expect(show()).toBe(first);
  expect(first).toContain('$15');
  expect(first).toContain('&lt;b>');
  const others = [
    show({ priceMinor: 2_000n }),
    show({ salesCount: 12 }),
    show({ sellerLevel: 'new' }),
    show({ sellerName: 'ليلى' }),
    show({ coverFileId: '01a2076b-4400-7b00-8d6f-dad2d148cf70' }),
    show({ ratingCount: 3, ratingHundredths: 490 }),
    show({}, { locale: 'en' }),
    show({}, { digits: 'arab' }),
  ];
  expect(new Set([first, ...others]).size).toBe(others.length + 1);
  expect(others.at(-2)).toContain('/en/services/7');
});
