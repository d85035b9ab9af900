import { Refusal } from '#platform/refusals';

/** The payment ended before this could be done; `state` says how. */
export class PaymentEnded extends Refusal {
  constructor(state: string) {
    super('payment-ended', { details: { state } });
  }
}

/** The same key came with another amount or purpose. */
export class PaymentKeyReused extends Refusal {
  constructor() {
    super('payment-key-reused');
  }
}

/** A webhook whose signature is wrong or too old: answered 401, nothing is stored. */
export class WebhookNotSigned extends Refusal {
  constructor() {
    super('webhook-not-signed', { status: 401 });
  }
}

/** Top-ups go from 1 to 1,000 USD. */
export class TopUpOutOfRange extends Refusal {
  constructor(details: { minMinor: bigint; maxMinor: bigint }) {
    super('top-up-out-of-range', { status: 422, details });
  }
}
