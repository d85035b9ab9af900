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

/** The bank is already working on it: it can no longer be called off, the outcome comes by itself. */
export class PaymentInProcess extends Refusal {
  constructor() {
    super('payment-in-process');
  }
}

/** The gateway did not answer or answered nonsense: the payment stays as it is and is asked about later. */
export class GatewayDown extends Refusal {
  constructor(details: { gateway: string; reason: string }) {
    super('gateway-down', { details });
  }
}
