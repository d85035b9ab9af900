import { describe, expect, it } from 'vitest';
import { docLines, oneVerbOneFile, refusalPlaces } from './actions.ts';
import { linesFound } from './planted.fixture.ts';

const path = 'src/modules/orders/deliveries/accept-delivery.ts';
const action = (name: string) =>
  `export async function ${name}(ctx: Ctx) {\n  return inTransaction(ctx, async () => {});\n}\n`;
const withTest = {
  'src/modules/orders/deliveries/deliveries.test.ts': 'await acceptDelivery(ctx, input)',
};

describe('one verb, one file', () => {
  it('accepts an action named as its file, its test beside it', () => {
    expect(linesFound(oneVerbOneFile, [path, action('acceptDelivery')], withTest)).toEqual([]);
  });
  it('refuses an action that no test of its module tells of', () => {
    expect(linesFound(oneVerbOneFile, [path, action('acceptDelivery')])).toEqual([1]);
    const elsewhere = { 'src/modules/wallet/a.test.ts': 'acceptDelivery' };
    expect(linesFound(oneVerbOneFile, [path, action('acceptDelivery')], elsewhere)).toEqual([1]);
  });
  it('refuses an action with another name than its file', () => {
    expect(linesFound(oneVerbOneFile, [path, action('accept')], withTest)).toEqual([1]);
  });
  it('refuses two verbs in one file', () => {
    const both = action('acceptDelivery') + action('refuseDelivery');
    expect(linesFound(oneVerbOneFile, [path, both], withTest)).toEqual([1]);
  });
  it('leaves alone what opens no transaction, and edges', () => {
    expect(linesFound(oneVerbOneFile, [path, 'export function canAccept() {}'])).toEqual([]);
    expect(linesFound(oneVerbOneFile, ['src/modules/orders/web/a.routes.ts', action('a')])).toEqual(
      [],
    );
  });
});

it('asks for a doc line on exported functions', () => {
  expect(linesFound(docLines, [path, '\nexport function a() {}'])).toEqual([2]);
  expect(linesFound(docLines, [path, '/** Says. */\nexport function a() {}'])).toEqual([]);
  expect(linesFound(docLines, [path, 'function a() {}'])).toEqual([]);
});

it('wants refusals in <noun>-errors.ts', () => {
  const refusal =
    "export class TooLate extends Refusal {\n  constructor() {\n    super('too-late');\n  }\n}";
  expect(linesFound(refusalPlaces, [path, refusal])).toEqual([1]);
  expect(linesFound(refusalPlaces, ['src/modules/orders/order-errors.ts', refusal])).toEqual([]);
  expect(linesFound(refusalPlaces, [path, 'class Row extends Base {}'])).toEqual([]);
});
