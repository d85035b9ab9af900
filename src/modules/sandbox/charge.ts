export type ChargeState = 'pending' | 'processing' | 'succeeded' | 'declined' | 'cancelled';

export interface Charge {
  chargeId: string;
  amountMinor: bigint;
  description: string;
  returnUrl: string;
  webhookUrl: string;
  state: ChargeState;
  finishesAt: Date | undefined;
}

/** What the payer wants to happen. */
export const outcomes = ['success', 'three-d-secure', 'decline', 'delay'] as const;
export type Outcome = (typeof outcomes)[number];

/** How the words about it reach the site. */
export const deliveries = ['now', 'late', 'twice', 'out-of-order', 'never'] as const;
export type Delivery = (typeof deliveries)[number];

/** A charge that is being processed is paid once its time has come. */
export function stateAt(charge: Pick<Charge, 'state' | 'finishesAt'>, at: Date): ChargeState {
  if (charge.state === 'processing' && charge.finishesAt && charge.finishesAt <= at)
    return 'succeeded';
  return charge.state;
}
