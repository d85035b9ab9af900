import type { TxCtx } from '#platform/context';

/** One thing that is not as it must be; amounts are decimal text of USD cents. */
export interface Difference {
  check: string;
  subject: string;
  expected?: string;
  found?: string;
}

/**
 * A proof another module adds to the ledger's own (the escrow of its orders, the reports of its
 * gateways). It reads in the same snapshot as the rest and answers at most 100 differences.
 */
export interface LedgerCheck {
  name: string;
  run(tx: TxCtx): Promise<Difference[]>;
}

/** How many differences of one check are named; the rest shows once these are mended. */
export const MOST_DIFFERENCES = 100;
