export type { AccountKind, HouseAccountKind, MemberAccountKind } from './account.ts';
export {
  type Balances,
  balancesOf,
  escrowOf,
  houseBalanceOf,
  type ReserveShares,
  reserveShares,
  spendable,
} from './balances.ts';
export type { Difference, LedgerCheck } from './proof/difference.ts';
export { hold, type HoldInput } from './holds/hold.ts';
export { type HoldLine, listHolds, listOpenHoldsOfOrder } from './holds/hold-lists.ts';
export {
  asLedgerRefusal,
  HoldNotAllowed,
  InsufficientBalance,
  KeyReused,
} from './ledger-errors.ts';
export { type Posted, postAtOnce, postTransfers } from './post-transfers.ts';
export type { TransferKind } from './postings.ts';
export { lockEarned } from './holds/lock-earned.ts';
export { renewHold } from './holds/renew-hold.ts';
export { resolveHold } from './holds/resolve-hold.ts';
export {
  type OrderTransfer,
  type Statement,
  type StatementLine,
  transfersOf,
  transfersOfOrder,
} from './statement.ts';
export { type Parts, refundSplit, spendSplit, type TransferInput } from './transfer.ts';
export { lastVerification, type LedgerReport, verifyLedger } from './proof/verify-ledger.ts';
