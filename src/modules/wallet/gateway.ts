import type { Ctx } from '#platform/context';

/** How a charge stands at the gateway. `unknown` = it never heard of it. */
export type ChargeState = 'pending' | 'succeeded' | 'declined' | 'cancelled' | 'unknown';

export interface ChargeReport {
  ref: string;
  state: ChargeState;
  amountMinor: bigint;
}

/** One signed word from a gateway. Its content is only a hint: the charge itself is asked for. */
export interface GatewayEvent {
  eventId: string;
  ref: string;
}

export interface ChargeOrder {
  paymentId: string;
  /** Amount and fee together, USD cents. */
  totalMinor: bigint;
  description: string;
  returnUrl: string;
}

/** What every payment gateway must do (SPEC 6.5); each asking may throw GatewayDown. One file an implementation. */
export interface Gateway {
  name: string;
  /** Makes a charge and says where to send the payer. The payment's id makes a repeated call harmless. */
  createCharge(ctx: Ctx, order: ChargeOrder): Promise<{ ref: string; redirectUrl: string }>;
  fetchCharge(ctx: Ctx, ref: string): Promise<ChargeReport>;
  /** Asks the gateway to take no more money for it; what it then reports decides. */
  cancelCharge(ctx: Ctx, ref: string): Promise<ChargeReport>;
  /** Verifies the signature over the raw body; undefined when it is not theirs or too old. */
  readWebhook(
    ctx: Ctx,
    headers: Record<string, unknown>,
    rawBody: string,
  ): GatewayEvent | undefined;
  /** Reads a body that was verified and stored before. */
  readStored(rawBody: string): GatewayEvent | undefined;
}
