import { GuardRefused, OrderMoved } from '../order-errors.ts';
import { type Act, type Guard, TRANSITIONS, type Transition } from '../order.ts';
import { GUARDS, type Situation } from './order-guards.ts';

/** The row of the table for this act in this situation; refuses with OrderMoved or GuardRefused. */
export function findTransition(act: Act, situation: Situation): Transition {
  const { order, party } = situation;
  const rows = TRANSITIONS.filter((row) => row.act === act && row.from === order.state);
  const own = rows.filter((row) => row.by.includes(party));
  let refused: Guard | undefined;
  for (const row of own) {
    const failed = failedGuard(row, situation);
    if (failed === undefined) return row;
    refused = failed;
  }
  // Only the other side may do it here: what it would need says more than that the order has moved.
  refused ??= rows.map((row) => failedGuard(row, situation)).find((failed) => failed !== undefined);
  throw refused ? new GuardRefused(refused) : new OrderMoved(order.state);
}

/** Whether the act is open to this party here and now: what the page offers, decided by the table. */
export function canTake(act: Act, situation: Situation): boolean {
  return TRANSITIONS.some(
    (row) =>
      row.act === act &&
      row.from === situation.order.state &&
      row.by.includes(situation.party) &&
      failedGuard(row, situation) === undefined,
  );
}

function failedGuard(row: Transition, situation: Situation): Guard | undefined {
  return row.when?.find((guard) => !GUARDS[guard](situation));
}
