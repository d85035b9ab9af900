import type { SellableService } from '#catalogue';
import { describe, expect, it } from 'vitest';
import { quoteOf } from './quote.ts';

const service: SellableService = {
  serviceId: 's',
  version: 1,
  number: 7,
  sellerId: 'seller',
  sellerName: 'رنا',
  sellerLevel: 'new',
  title: 'تصميم شعار',
  basePriceMinor: 1_500n,
  deliveryDays: 3,
  changesIncluded: 2,
  quantityMultipliesTime: false,
  upgrades: [
    { upgradeId: 'card', title: 'بطاقة عمل', priceMinor: 1_000n, daysDelta: 1 },
    { upgradeId: 'express', title: 'تسليم سريع', priceMinor: 1_500n, daysDelta: -5 },
  ],
  requirements: [],
  coverFileId: undefined,
  sellable: true,
  closed: undefined,
};

describe('a quote', () => {
  const rows: [string, { upgradeIds: string[]; quantity: number }, bigint, number][] = [
    ['the service alone', { upgradeIds: [], quantity: 1 }, 1_500n, 3],
    ['an upgrade adds its price and day', { upgradeIds: ['card'], quantity: 1 }, 2_500n, 4],
    [
      'quantity multiplies the price, not the time',
      { upgradeIds: ['card'], quantity: 3 },
      7_500n,
      4,
    ],
    ['express never goes below one day', { upgradeIds: ['express'], quantity: 1 }, 3_000n, 1],
    ['an unknown upgrade is left out', { upgradeIds: ['gone'], quantity: 1 }, 1_500n, 3],
    [
      'the same upgrade twice counts once',
      { upgradeIds: ['card', 'card'], quantity: 1 },
      2_500n,
      4,
    ],
    ['no quantity below one', { upgradeIds: [], quantity: -4 }, 1_500n, 3],
    ['no quantity above ten', { upgradeIds: [], quantity: 400 }, 15_000n, 3],
    ['no quantity that is not a number', { upgradeIds: [], quantity: Number.NaN }, 1_500n, 3],
  ];
  it.each(rows)('%s', (_name, choice, priceMinor, deliveryDays) => {
    expect(quoteOf(service, choice)).toMatchObject({ priceMinor, deliveryDays });
  });

  it('quantity multiplies the time where the seller says so', () => {
    const slow = { ...service, quantityMultipliesTime: true };
    expect(quoteOf(slow, { upgradeIds: ['card'], quantity: 3 }).deliveryDays).toBe(12);
  });
});
