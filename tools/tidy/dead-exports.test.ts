import { expect, it } from 'vitest';
import { deadExports } from './dead-exports.ts';
import { linesFound } from './planted.fixture.ts';

const path = 'src/modules/orders/order.ts';

it('refuses an export that no other file names', () => {
  expect(linesFound(deadExports, [path, '\nexport const alone = 1;'])).toEqual([2]);
  expect(linesFound(deadExports, [path, 'export type Alone = 1;'])).toEqual([1]);
});

it('accepts what another file names', () => {
  const other = { 'src/modules/orders/index.ts': "export { used } from './order.ts';" };
  expect(linesFound(deadExports, [path, 'export const used = 1;'], other)).toEqual([]);
});

it('lets a test reach what its own file uses, but keep nothing else alive', () => {
  const test = { 'src/modules/orders/order.test.ts': "import { part } from './order.ts';" };
  const used = 'export const part = 1;\nexport const whole = part;';
  expect(linesFound(deadExports, [path, used], test)).toEqual([2]);
  expect(linesFound(deadExports, [path, 'export const part = 1;'], test)).toEqual([1]);
});

it('lets a type be named that its own file uses', () => {
  expect(linesFound(deadExports, [path, 'export type Row = 1;\nconst a: Row = 1;'])).toEqual([]);
});
