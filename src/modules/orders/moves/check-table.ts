import {
  type MoneyEffect,
  ORDER_STATES,
  type OrderState,
  TRANSITIONS,
  type Transition,
} from '../order.ts';
import { GUARDS } from './order-guards.ts';

/** What the money may do when an order ends: a split shares it, a withdrawn dispute leaves it shared. */
const SHARES: readonly (MoneyEffect | undefined)[] = ['release', 'split', 'unhold'];
/** What the money may do in an order that stays where it is. */
const STAYS: readonly (MoneyEffect | undefined)[] = [undefined, 'split', 'reserve'];
const FIRST: OrderState = 'awaiting_requirements';

/** What is wrong with a table of transitions, in words; empty when nothing is. */
export function tableProblems(table: readonly Transition[]): string[] {
  const problems: string[] = [];
  const known = new Set<string>(ORDER_STATES);
  for (const row of table) {
    const name = `${row.from} × ${row.act}`;
    for (const state of [row.from, row.to])
      if (!known.has(state)) problems.push(`${name}: no state ${state}`);
    for (const guard of row.when ?? [])
      if (!(guard in GUARDS)) problems.push(`${name}: no guard ${guard}`);
    if (row.by.length === 0) problems.push(`${name}: nobody may do it`);
    if (row.to === 'completed' && row.from !== 'completed' && !SHARES.includes(row.money)) {
      problems.push(`${name}: completes without releasing the money`);
    }
    if (row.to === 'cancelled' && !row.money?.startsWith('refund') && row.money !== 'split') {
      problems.push(`${name}: cancels without a refund`);
    }
    if (row.to === row.from && !STAYS.includes(row.money))
      problems.push(`${name}: moves money but not the order`);
  }
  const reached = reachable(table);
  for (const state of ORDER_STATES) {
    if (!reached.has(state)) problems.push(`nothing leads to ${state}`);
  }
  return [...problems, ...shadowed(table)];
}

function reachable(table: readonly Transition[]): Set<OrderState> {
  const reached = new Set<OrderState>([FIRST]);
  for (let before = 0; before !== reached.size; ) {
    before = reached.size;
    for (const row of table) if (reached.has(row.from)) reached.add(row.to);
  }
  return reached;
}

/** Rows that can never apply, because an unguarded row of the same state, act and party stands before. */
function shadowed(table: readonly Transition[]): string[] {
  return table.flatMap((row, index) => {
    const before = table
      .slice(0, index)
      .find(
        (other) =>
          other.act === row.act &&
          other.from === row.from &&
          other.when === undefined &&
          other.by.some((party) => row.by.includes(party)),
      );
    return before ? [`${row.from} × ${row.act}: hidden by a row before it`] : [];
  });
}

/** Stops the start of the program when the table is not whole. */
export function checkTable(): void {
  const problems = tableProblems(TRANSITIONS);
  if (problems.length > 0)
    throw new Error(`the table of orders is not whole:\n${problems.join('\n')}`);
}
