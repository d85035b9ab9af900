import { Refusal } from '#platform/refusals';

/** The service was paused, removed, or changed since the page was opened. */
export class ServiceChanged extends Refusal {
  constructor(details: { serviceId: string }) {
    super('service-changed', { details });
  }
}

/** As many orders of the service as its seller takes at a time are at work (SPEC 2.6). */
export class QueueFull extends Refusal {
  constructor(details: { serviceId: string }) {
    super('queue-full', { details });
  }
}

/** The seller is on holiday and sells nothing meanwhile. */
export class SellerAway extends Refusal {
  constructor(details: { serviceId: string }) {
    super('seller-away', { details });
  }
}

/** The price is not the one that was shown; both in USD cents. */
export class PriceChanged extends Refusal {
  readonly shownMinor: bigint;
  readonly priceMinor: bigint;

  constructor(details: { shownMinor: bigint; priceMinor: bigint }) {
    super('price-changed', { details });
    this.shownMinor = details.shownMinor;
    this.priceMinor = details.priceMinor;
  }
}

/** It takes another time than was shown; both in days. */
export class DeliveryChanged extends Refusal {
  readonly shownDays: number;
  readonly deliveryDays: number;

  constructor(details: { shownDays: number; deliveryDays: number }) {
    super('delivery-changed', { details });
    this.shownDays = details.shownDays;
    this.deliveryDays = details.deliveryDays;
  }
}

/** The balance is not the one the page shared the price by. */
export class BalanceChanged extends Refusal {
  constructor() {
    super('balance-changed');
  }
}

/** The money came after its buyer had given the purchase up. */
export class PurchaseGivenUp extends Refusal {
  constructor() {
    super('given-up');
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

/** As many services as one payment may buy are in the cart. */
export class CartFull extends Refusal {
  constructor(limit: number) {
    super('cart-full', { details: { limit } });
  }
}

/** The cart is not the one that the page showed, or it is empty. */
export class CartChanged extends Refusal {
  constructor() {
    super('cart-changed');
  }
}

/** The offer was accepted, declined, withdrawn, or its time is over. */
export class OfferClosed extends Refusal {
  constructor(state: string) {
    super('offer-closed', { details: { state } });
  }
}

/** As many offers of this seller as may wait at a time stand in the conversation. */
export class TooManyOpenOffers extends Refusal {
  constructor(limit: number) {
    super('too-many-open-offers', { details: { limit } });
  }
}

/** A request of this buyer waits for its answer already. */
export class RequestWaits extends Refusal {
  constructor() {
    super('request-waits');
  }
}

/** The request was answered or taken back. */
export class RequestSettled extends Refusal {
  constructor() {
    super('request-settled');
  }
}
