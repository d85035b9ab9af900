import { describe, expect, it } from 'vitest';
import { drawers, exportedNames, fileNames } from './names.ts';
import { linesFound } from './planted.fixture.ts';

describe('file names', () => {
  it.each([
    'src/a/acceptDelivery.ts',
    'src/a/order.service.ts',
    'src/a/Order.tsx',
    'src/a/order_store.ts',
    'db/migrations/1_a.sql',
  ])('refuses %s', (path) => expect(linesFound(fileNames, [path, ''])).toEqual([1]));
  it.each([
    'src/a/accept-delivery.ts',
    'src/a/orders.routes.test.ts',
    'src/a/api/order.v1.ts',
    'db/migrations/0001_ledger.sql',
  ])('accepts %s', (path) => expect(linesFound(fileNames, [path, ''])).toEqual([]));
});

it.each([
  'src/utils/a.ts',
  'src/modules/orders/helpers/a.ts',
  'src/a/order-manager.ts',
  'src/a/date-utils.ts',
])('refuses the drawer %s', (path) => expect(linesFound(drawers, [path, ''])).toEqual([1]));

it('accepts files named after the thing, the noun service among them', () => {
  expect(linesFound(drawers, ['src/modules/catalogue/publish-service.ts', ''])).toEqual([]);
});

describe('exported names', () => {
  it.each([
    'export class OrderManager {}',
    'export class OrderService {}',
    'export const dateUtils = 1;',
    'export type OrderDto = 1;',
    'export const userId = 1;',
    'export type CurrentUser = 1;',
    'export function findCustomer() {}',
  ])('refuses %s', (text) => expect(linesFound(exportedNames, ['src/a.ts', text])).toEqual([1]));
  it.each([
    'export type Service = 1;',
    'export function snapshotService() {}',
    'export const userAgent = 1;',
    'export class OwnService extends Refusal {}',
    'const userId = 1;',
  ])('accepts %s', (text) => expect(linesFound(exportedNames, ['src/a.ts', text])).toEqual([]));
});
