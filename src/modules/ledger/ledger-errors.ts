import { isConstraint, sqlStateOf } from '#platform/db';
import { Refusal } from '#platform/refusals';
import type { AccountKind } from './account.ts';

/** The account has too little to spend; `missingMinor` (USD cents) would make it enough (SPEC 15). */
export class InsufficientBalance extends Refusal {
  readonly missingMinor: bigint;
  readonly accountKind: AccountKind;

  constructor(missingMinor: bigint, accountKind: AccountKind = 'member_credit') {
    super('insufficient-balance', {
      status: 409,
      details: { missingMinor: missingMinor.toString(), accountKind },
    });
    this.missingMinor = missingMinor;
    this.accountKind = accountKind;
  }
}

/** The key of the act was used before for something else: a bug of the caller, or a changed form. */
export class KeyReused extends Refusal {
  constructor(key: string) {
    super('key-reused', { status: 409, details: { key } });
  }
}

/** The hold is not there, is over, was renewed before, or would last longer than the rules allow. */
export class HoldNotAllowed extends Refusal {
  constructor() {
    super('hold-not-allowed', { status: 409 });
  }
}

const refusals: Record<string, (detail: Record<string, string>) => Refusal> = {
  LG001: (detail) =>
    new InsufficientBalance(BigInt(detail.missingMinor ?? '0'), detail.kind as AccountKind),
  LG002: (detail) => new KeyReused(detail.key ?? ''),
  LG005: () => new HoldNotAllowed(),
};

/**
 * The refusal a database error of the ledger's functions stands for, or the error itself. For whoever
 * calls them inside a function of their own: `throw asLedgerRefusal(error)`.
 */
export function asLedgerRefusal(error: unknown): unknown {
  // Another act took the key (or the id) between the look and the write.
  const taken = ['transfer_key_is_used_once', 'transfers_pkey'].some((name) =>
    isConstraint(error, name),
  );
  const refuse = refusals[taken ? 'LG002' : (sqlStateOf(error) ?? '')];
  if (!refuse) return error;
  const { detail = '' } = error as { detail?: string };
  const refusal = refuse(detail.startsWith('{') ? JSON.parse(detail) : { key: detail });
  refusal.cause = error;
  return refusal;
}
