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
export {
  asLedgerRefusal,
  HoldNotAllowed,
  InsufficientBalance,
  KeyReused,
} from './ledger-errors.ts';
export { type Posted, postTransfers } from './post-transfers.ts';
export type { TransferKind } from './postings.ts';
export {
  type OrderTransfer,
  type Statement,
  type StatementLine,
  transfersOf,
  transfersOfOrder,
} from './statement.ts';
export { type Parts, refundSplit, spendSplit, type TransferInput } from './transfer.ts';
