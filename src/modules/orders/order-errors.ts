import { Refusal } from '#platform/refusals';
import type { Guard, OrderState } from './order.ts';

/** The order is no longer where the act expected it: somebody was faster, or the page is old (SPEC 15). */
export class OrderMoved extends Refusal {
  constructor(state: OrderState) {
    super('order-moved', { details: { state } });
  }
}

/** The order is in the right state, but what the rules ask for this act does not hold (yet). */
export class GuardRefused extends Refusal {
  readonly guard: Guard;

  constructor(guard: Guard, details: Record<string, unknown> = {}) {
    super(`order-${guard.replaceAll('_', '-')}`, { details });
    this.guard = guard;
  }
}

/** The upgrade is not sold to this order: it is in it, gone from the service, or only about speed. */
export class UpgradeNotSold extends Refusal {
  constructor() {
    super('order-upgrade-not-sold');
  }
}

/** The price or the days are not those that were shown, or another proposal stands now. */
export class AdditionChanged extends Refusal {
  constructor() {
    super('order-addition-changed');
  }
}

/** Not enough balance for the addition; `missingMinor` USD cents are missing. */
export class BalanceShort extends Refusal {
  constructor(missingMinor: bigint) {
    super('order-balance-short', { details: { missingMinor } });
  }
}

/** The picture is shown as a preview until the order is completed. */
export class OriginalWaits extends Refusal {
  constructor() {
    super('order-original-waits', { status: 403 });
  }
}

/** The same key was used before for another act. */
export class ActKeyUsed extends Refusal {
  constructor() {
    super('order-key-used');
  }
}
