import { sqlStateOf } from '#platform/db';
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
  const refuse = refusals[sqlStateOf(error) ?? ''];
  if (!refuse) return error;
  const refusal = refuse(JSON.parse((error as { detail?: string }).detail ?? '{}'));
  refusal.cause = error;
  return refusal;
}
