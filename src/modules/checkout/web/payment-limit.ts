import type { Limit } from '#platform/limits';

/** SPEC 7.5: purchases through a gateway by one member. */
export const PAYMENT_LIMIT: Limit = { act: 'payment', points: 20, windowSeconds: 3_600 };
