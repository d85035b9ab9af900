import { Refusal } from '#platform/refusals';

/** The service was paused, removed, or changed since the page was opened. */
export class ServiceChanged extends Refusal {
  constructor(details: { serviceId: string }) {
    super('service-changed', { details });
  }
}

/** The price is not the one that was shown; both in USD cents. */
export class PriceChanged extends Refusal {
  constructor(details: { shownMinor: bigint; priceMinor: bigint }) {
    super('price-changed', { details });
  }
}

/** Nobody buys from themselves (SPEC 4.2). */
export class OwnService extends Refusal {
  constructor() {
    super('own-service');
  }
}

/** The same form was sent before for something else. */
export class PurchaseKeyReused extends Refusal {
  constructor() {
    super('purchase-key-reused');
  }
}

/** Not enough balance; `missingMinor` USD cents are missing. */
export class BalanceTooLow extends Refusal {
  constructor(missingMinor: bigint) {
    super('balance-too-low', { details: { missingMinor } });
  }
}
