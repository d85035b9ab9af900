// Written by `npm run db:types` from the migrated database; never by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Written as an object or as JSON text; an array must be text, or pg takes it for an SQL array. */
type JsonInput = string | number | boolean | object;
/** Read as unknown: the reader says what it expects. */
export type Json = ColumnType<unknown, JsonInput, JsonInput>;
export type JsonOrNull = ColumnType<unknown, JsonInput | null | undefined, JsonInput | null>;
export type JsonWithDefault = ColumnType<unknown, JsonInput | undefined, JsonInput>;

export interface LedgerAccountsTable {
  id: GeneratedAlways<bigint>;
  kind: string;
  holder: Generated<string>;
  currency: Generated<string>;
  balance_minor: bigint | null;
  held_minor: Generated<bigint>;
  opened_at: Date;
}

export interface LedgerHoldsTable {
  id: string;
  account_id: bigint;
  amount_minor: bigint;
  reason: string;
  order_id: string | null;
  placed_by: string;
  placed_at: Date;
  ends_at: Date;
  renewal_reason: string | null;
  renewed_at: Date | null;
  resolved_at: Date | null;
  resolved_by: string | null;
  outcome: string | null;
}

export interface LedgerHouseSnapshotsTable {
  account_id: bigint;
  up_to_seq: bigint;
  balance_minor: bigint;
  taken_at: Date;
}

export interface LedgerPostingKindsTable {
  kind: string;
  debit_kind: string;
  credit_kind: string;
  same_holder: Generated<boolean>;
}

export interface LedgerTransfersTable {
  seq: GeneratedAlways<bigint>;
  debit_account_id: bigint;
  credit_account_id: bigint;
  amount_minor: bigint;
  at: Date;
  id: string;
  order_id: string | null;
  payment_id: string | null;
  payout_id: string | null;
  kind: string;
  key: string;
  actor: string;
  memo: JsonOrNull;
}

export interface LedgerVerificationsTable {
  id: string;
  started_at: Date;
  ok: boolean;
  duration_ms: number;
  report: Json;
}

export interface PlatformClockTable {
  only_row: Generated<boolean>;
  offset_ms: Generated<bigint>;
}

export interface PlatformFactsTable {
  id: string;
  kind: string;
  payload: Json;
  at: Date;
  relayed_at: Date | null;
}

export interface PlatformLimitsTable {
  key: string;
  points: Generated<number>;
  expire: bigint | null;
}

export interface PlatformOutgoingMailTable {
  id: string;
  key: string;
  recipient: string;
  subject: string;
  body_text: string;
  body_html: string;
  at: Date;
  sent_at: Date | null;
}

export interface PublicMigrationsTable {
  name: string;
  digest: string;
}

export interface Database {
  'ledger.accounts': LedgerAccountsTable;
  'ledger.holds': LedgerHoldsTable;
  'ledger.house_snapshots': LedgerHouseSnapshotsTable;
  'ledger.posting_kinds': LedgerPostingKindsTable;
  'ledger.transfers': LedgerTransfersTable;
  'ledger.verifications': LedgerVerificationsTable;
  'platform.clock': PlatformClockTable;
  'platform.facts': PlatformFactsTable;
  'platform.limits': PlatformLimitsTable;
  'platform.outgoing_mail': PlatformOutgoingMailTable;
  'public.migrations': PublicMigrationsTable;
}
