// Written by `npm run db:types` from the migrated database; never by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Written as an object or as JSON text; an array must be text, or pg takes it for an SQL array. */
type JsonInput = string | number | boolean | object;
/** Read as unknown: the reader says what it expects. */
export type Json = ColumnType<unknown, JsonInput, JsonInput>;
export type JsonOrNull = ColumnType<unknown, JsonInput | null | undefined, JsonInput | null>;
export type JsonWithDefault = ColumnType<unknown, JsonInput | undefined, JsonInput>;

export interface AuditActsTable {
  id: string;
  at: Date;
  actor: string;
  verb: string;
  subject_kind: string;
  subject_id: string;
  reason: string | null;
  before: JsonOrNull;
  after: JsonOrNull;
}

export interface CatalogueCategoriesTable {
  key: string;
  group_key: string | null;
  name_ar: string;
  name_en: string;
  slug: string;
  hue: number;
  icon: string;
  position: number;
}

export interface CatalogueCountedSalesTable {
  order_id: string;
  service_id: string;
}

export interface CatalogueFavouritesTable {
  member_id: string;
  service_id: string;
  at: Date;
}

export interface CatalogueGalleryTable {
  service_id: string;
  file_id: string;
  position: number;
}

export interface CatalogueHolidaysTable {
  id: string;
  seller_id: string;
  started_at: Date;
  returns_at: Date;
  ended_at: Date | null;
}

export interface CatalogueImageBandsTable {
  hash: number;
  file_id: string;
}

export interface CatalogueImagePrintsTable {
  file_id: string;
  bits: Buffer;
}

export interface CatalogueListingCountsTable {
  scope: string;
  price_minor: bigint;
  delivery_days: number;
  services: number;
}

export interface CataloguePastVersionsTable {
  service_id: string;
  version: number;
  edition: number;
  content: Json;
  sold_from: Date;
  sold_until: Date;
}

export interface CatalogueQueuesTable {
  service_id: string;
  running: Generated<number>;
}

export interface CatalogueRevisionsTable {
  service_id: string;
  state: string;
  version: number;
  content: Json;
  review_notes: JsonWithDefault;
  changed_at: Date;
  submitted_at: Date;
}

export interface CatalogueServiceCardsTable {
  service_id: string;
  number: number;
  title: string;
  leaf_key: string;
  group_key: string;
  price_minor: bigint;
  delivery_days: number;
  cover_file_id: string | null;
  seller_id: string;
  seller_name: string;
  seller_handle: string;
  seller_level: string;
  sales_count: Generated<number>;
  rating_count: Generated<number>;
  rating_hundredths: Generated<number>;
  rating_score: Generated<number>;
  published_at: Date;
}

export interface CatalogueServiceFiguresTable {
  service_id: string;
  sales_count: Generated<number>;
  rating_count: Generated<number>;
  rating_hundredths: Generated<number>;
  rating_score: Generated<number>;
  favourites_count: Generated<number>;
}

export interface CatalogueServiceHistoryTable {
  id: GeneratedAlways<bigint>;
  service_id: string;
  verb: string;
  from_state: string | null;
  to_state: string;
  version: number;
  actor: string;
  notes: JsonWithDefault;
  at: Date;
}

export interface CatalogueServicesTable {
  id: string;
  number: GeneratedAlways<number>;
  seller_id: string;
  state: string;
  version: Generated<number>;
  leaf_key: string;
  title: string;
  description: Generated<string>;
  base_price_minor: Generated<bigint>;
  delivery_days: Generated<number>;
  changes_included: Generated<number>;
  quantity_multiplies_time: Generated<boolean>;
  tags: Generated<string[]>;
  languages: Generated<string[]>;
  ai_use: Generated<string>;
  rights_text: Generated<string>;
  questions: JsonWithDefault;
  faq: JsonWithDefault;
  review_notes: JsonWithDefault;
  approved_content: JsonOrNull;
  created_at: Date;
  changed_at: Date;
  declared_at: Date | null;
  submitted_at: Date | null;
  published_at: Date | null;
  edition: Generated<number>;
  sold_since: Date | null;
  queue_limit: number | null;
  away: Generated<boolean>;
  printed: Generated<boolean>;
}

export interface CatalogueTextBandsTable {
  hash: number;
  service_number: number;
  next: boolean;
}

export interface CatalogueTextPrintsTable {
  service_number: number;
  next: boolean;
  service_id: string;
  signature: number[];
}

export interface CatalogueUpgradesTable {
  id: string;
  service_id: string;
  position: number;
  title: string;
  price_minor: bigint;
  days_delta: number;
}

export interface CheckoutCartLinesTable {
  member_id: string;
  service_id: string;
  upgrade_ids: string[];
  quantity: number;
  price_minor: bigint;
  delivery_days: number;
  added_at: Date;
}

export interface CheckoutCartPurchasesTable {
  id: string;
  buyer_id: string;
  key: string;
  lines: Json;
  price_minor: bigint;
  from_balance_minor: bigint;
  fee_minor: bigint;
  payment_id: string | null;
  state: string;
  reason: string | null;
  order_ids: string[] | null;
  created_at: Date;
  settled_at: Date | null;
}

export interface CheckoutOffersTable {
  id: string;
  conversation_id: string;
  request_id: string | null;
  service_id: string;
  seller_id: string;
  buyer_id: string;
  form_key: string;
  title: string;
  scope: string;
  price_minor: bigint;
  delivery_days: number;
  changes_included: number;
  asks_questions: boolean;
  state: Generated<string>;
  reason: Generated<string>;
  order_id: string | null;
  offered_at: Date;
  stands_until: Date;
  reminded_at: Date | null;
  settled_at: Date | null;
}

export interface CheckoutOrderRequestsTable {
  id: string;
  conversation_id: string;
  service_id: string;
  buyer_id: string;
  seller_id: string;
  body: string;
  wished_minor: bigint | null;
  wished_days: number | null;
  state: Generated<string>;
  reason: Generated<string>;
  asked_at: Date;
  settled_at: Date | null;
}

export interface CheckoutPurchasesTable {
  id: string;
  buyer_id: string;
  key: string;
  service_id: string;
  service_version: number;
  upgrade_ids: string[];
  quantity: number;
  price_minor: bigint;
  from_balance_minor: bigint;
  fee_minor: bigint;
  payment_id: string | null;
  state: string;
  reason: string | null;
  order_id: string | null;
  created_at: Date;
  settled_at: Date | null;
  delivery_days: number | null;
  offer_id: string | null;
}

export interface CollectionsCollectionsTable {
  id: string;
  number: GeneratedAlways<number>;
  kind: string;
  owner_id: string | null;
  title_ar: string;
  title_en: string;
  note_ar: Generated<string>;
  note_en: Generated<string>;
  is_public: Generated<boolean>;
  created_at: Date;
  changed_at: Date;
}

export interface CollectionsItemsTable {
  collection_id: string;
  service_id: string;
  need_id: string | null;
  position: number;
  note: Generated<string>;
}

export interface CollectionsNeedsTable {
  id: string;
  collection_id: string;
  position: number;
  title_ar: string;
  title_en: string;
}

export interface ConversationsBlocksTable {
  member_id: string;
  blocked_id: string;
  at: Date;
}

export interface ConversationsConversationsTable {
  id: string;
  buyer_id: string;
  seller_id: string;
  service_id: string;
  opened_at: Date;
}

export interface ConversationsHabitsTable {
  member_id: string;
  automatic_reply: Generated<string>;
  away_reply: Generated<string>;
  away_until: Date | null;
}

export interface ConversationsQuickRepliesTable {
  id: string;
  member_id: string;
  body: string;
  saved_at: Date;
}

export interface IdentityConsentsTable {
  member_id: string;
  document: string;
  version: string;
  at: Date;
}

export interface IdentityCredentialsTable {
  id: string;
  member_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  created_at: Date;
  updated_at: Date;
}

export interface IdentityEmailChangesTable {
  member_id: string;
  new_email: string;
  asked_at: Date;
  expires_at: Date;
  old_confirmed_at: Date | null;
  new_confirmed_at: Date | null;
}

export interface IdentityMemberRolesTable {
  member_id: string;
  role: string;
  granted_by: string;
  granted_at: Date;
}

export interface IdentityMembersTable {
  id: string;
  email: string;
  email_verified: boolean;
  display_name: string;
  handle: string;
  image: string | null;
  headline: string;
  bio: string;
  skills: string[];
  languages: string[];
  country: string | null;
  time_zone: string;
  locale: string;
  digits: string;
  calendar: string;
  created_at: Date;
  updated_at: Date;
  last_seen_at: Date | null;
}

export interface IdentityOneTimeLinksTable {
  id: string;
  purpose: string;
  member_id: string;
  token_hash: string;
  cause: string;
  made_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface IdentitySessionsTable {
  id: string;
  member_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

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

export interface MediaFilesTable {
  id: string;
  owner_id: string;
  purpose: string;
  kind: string;
  type: string;
  file_name: string;
  byte_size: bigint;
  width: number | null;
  height: number | null;
  storage_key: string;
  at: Date;
  kept_at: Date | null;
}

export interface MediaUploadPartsTable {
  upload_id: string;
  from_byte: bigint;
  byte_size: bigint;
  storage_key: string;
}

export interface MediaUploadsTable {
  id: string;
  owner_id: string;
  purpose: string;
  file_name: string;
  byte_size: bigint;
  received: Generated<bigint>;
  file_id: string | null;
  crop: Generated<string>;
  created_at: Date;
  expires_at: Date;
}

export interface MessagingMessageFilesTable {
  message_id: string;
  position: number;
  thread_id: string;
  file_id: string;
  file_name: string;
  kind: string;
  media_type: string;
  byte_size: bigint;
}

export interface MessagingMessagesTable {
  seq: GeneratedAlways<bigint>;
  id: string;
  thread_id: string;
  sender_id: string | null;
  body: string;
  key: string;
  at: Date;
  automatic: Generated<boolean>;
  guarded: Generated<boolean>;
}

export interface MessagingThreadMembersTable {
  thread_id: string;
  member_id: string;
  read_up_to: Generated<bigint>;
  read_at: Date | null;
  spam_at: Date | null;
}

export interface MessagingThreadsTable {
  id: string;
  subject_kind: string;
  subject_id: string;
  opened_at: Date;
}

export interface NotificationsAlertsTable {
  notice_id: string;
  channel: string;
  target: string;
  member_id: string;
  due_at: Date;
  attempts: Generated<number>;
  sent_at: Date | null;
  given_up_at: Date | null;
}

export interface NotificationsChannelStopsTable {
  member_id: string;
  topic: string;
  at: Date;
  channel: string;
}

export interface NotificationsDigestItemsTable {
  notice_id: string;
  member_id: string;
  at: Date;
}

export interface NotificationsHabitsTable {
  member_id: string;
  letters: string;
  digest_hour: number;
  quiet_from: number | null;
  quiet_until: number | null;
  digest_on: Date | null;
}

export interface NotificationsNoticesTable {
  id: string;
  member_id: string;
  key: string;
  kind: string;
  params: Json;
  at: Date;
  read_at: Date | null;
}

export interface NotificationsPushDevicesTable {
  id: string;
  member_id: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  name: string;
  at: Date;
  session_id: string | null;
}

export interface NotificationsTelegramChatsTable {
  member_id: string;
  chat_id: bigint;
  at: Date;
}

export interface NotificationsTelegramCodesTable {
  code_hash: string;
  member_id: string;
  expires_at: Date;
}

export interface OrdersAdditionsTable {
  id: string;
  order_id: string;
  ask_id: string | null;
  upgrade_id: string | null;
  title: string;
  note: string;
  price_minor: bigint;
  days: number;
  at: Date;
}

export interface OrdersAsksTable {
  id: string;
  order_id: string;
  kind: string;
  asked_by: string;
  reason: string;
  days: number | null;
  asked_at: Date;
  answer_by: Date;
  outcome: string | null;
  ended_at: Date | null;
  amount_minor: bigint | null;
  title: string | null;
}

export interface OrdersChangeRequestsTable {
  id: string;
  order_id: string;
  number: number;
  body: string;
  at: Date;
}

export interface OrdersDeliveriesTable {
  id: string;
  order_id: string;
  number: number;
  note: string;
  ai_used: boolean;
  at: Date;
  part: Generated<boolean>;
  ai_note: Generated<string>;
}

export interface OrdersDisputesTable {
  order_id: string;
  opened_by: string;
  kind: string;
  checks: string[];
  body: string;
  wanted_minor: bigint;
  after_completion: boolean;
  phase: string;
  opened_at: Date;
  due_at: Date | null;
  answer: string | null;
  answered_at: Date | null;
  arbiter_id: string | null;
  proposed_minor: bigint | null;
  proposed_reason: string | null;
  proposed_at: Date | null;
  buyer_accepted_at: Date | null;
  seller_accepted_at: Date | null;
  appealed_by: string | null;
  appeal: string | null;
  appealed_at: Date | null;
  second_arbiter_id: string | null;
  decided_reason: string | null;
  outcome: string | null;
  refund_minor: bigint | null;
  ended_at: Date | null;
  while_working: Generated<boolean>;
}

export interface OrdersFilesTable {
  file_id: string;
  order_id: string;
  purpose: string;
  subject: string;
  position: number;
  file_name: string;
  kind: string;
  media_type: string;
  byte_size: bigint;
}

export interface OrdersGuaranteeDebtsTable {
  order_id: string;
  number: number;
  member_id: string;
  owed_minor: bigint;
  recovered_minor: Generated<bigint>;
  since: Date;
}

export interface OrdersHistoryTable {
  seq: GeneratedAlways<bigint>;
  order_id: string;
  at: Date;
  actor: string;
  party: string;
  act: string;
  from_state: string | null;
  to_state: string;
  key: string | null;
  details: JsonOrNull;
}

export interface OrdersOrdersTable {
  id: string;
  code: string;
  purchase_key: string;
  buyer_id: string;
  seller_id: string;
  service_id: string;
  service_version: number;
  title: string;
  items: Json;
  questions: Json;
  price_minor: bigint;
  fee_minor: bigint;
  commission_bps: number;
  clearing_days: number;
  delivery_days: number;
  changes_included: number;
  state: string;
  version: Generated<number>;
  opened_at: Date;
  moved_at: Date;
  requirements_at: Date | null;
  seller_spoke_at: Date | null;
  due_at: Date | null;
  first_delivered_at: Date | null;
  delivered_at: Date | null;
  acceptance_ends_at: Date | null;
  prolonged: Generated<boolean>;
  changes_used: Generated<number>;
  extensions_asked: Generated<number>;
  completed_at: Date | null;
  cancelled_at: Date | null;
  closed_at: Date | null;
  refunded_minor: Generated<bigint>;
  disputed_at: Date | null;
  frozen_ms: Generated<bigint>;
  parts_delivered: Generated<number>;
}

export interface OrdersRequirementDraftsTable {
  order_id: string;
  answers: Json;
  note: string;
  at: Date;
}

export interface OrdersRequirementsTable {
  order_id: string;
  answers: Json;
  note: string;
  at: Date;
}

export interface OrdersTimersTable {
  order_id: string;
  kind: string;
  step: Generated<number>;
  anchor_at: Date;
  due_at: Date;
  done_at: Date | null;
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
  attempts: Generated<number>;
  try_at: Date;
  unsubscribe_url: string | null;
  dropped_at: Date | null;
}

export interface PlatformWorldTable {
  only_row: Generated<boolean>;
  begun: Generated<boolean>;
  filled: Generated<boolean>;
}

export interface PublicMigrationsTable {
  name: string;
  digest: string;
}

export interface ReviewsAnswersTable {
  review_id: string;
  author_id: string;
  body: string;
  written_at: Date;
}

export interface ReviewsAppealsTable {
  id: string;
  review_id: string;
  asked_by: string;
  reason: string;
  asked_at: Date;
  outcome: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

export interface ReviewsFiguresTable {
  kind: string;
  subject_id: string;
  reviews: number;
  quality_sum: Generated<number>;
  communication_sum: Generated<number>;
  on_time_sum: Generated<number>;
  stars_sum: Generated<number>;
}

export interface ReviewsHistoryTable {
  seq: GeneratedAlways<bigint>;
  order_id: string;
  at: Date;
  actor: string;
  act: string;
  details: JsonOrNull;
}

export interface ReviewsPairsTable {
  order_id: string;
  buyer_id: string;
  seller_id: string;
  service_id: string;
  service_version: number;
  starts_at: Date;
  ends_at: Date;
  opened_at: Date | null;
  step: Generated<number>;
  due_at: Date | null;
}

export interface ReviewsReviewsTable {
  id: string;
  order_id: string;
  side: string;
  author_id: string;
  subject_id: string;
  service_id: string;
  service_version: number;
  quality: number | null;
  communication: number | null;
  on_time: number | null;
  stars: number | null;
  body: string;
  key: string;
  written_at: Date;
  opened_at: Date | null;
  hidden_at: Date | null;
}

export interface SandboxChargesTable {
  id: string;
  idempotency_key: string;
  amount_minor: bigint;
  description: string;
  return_url: string;
  webhook_url: string;
  state: string;
  finishes_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface SandboxWebhooksTable {
  id: string;
  charge_id: string;
  event_id: string;
  type: string;
  due_at: Date;
  attempts: Generated<number>;
  delivered_at: Date | null;
}

export interface SearchChangesTable {
  seq: GeneratedAlways<bigint>;
  service_id: string;
  at: Date;
}

export interface SearchDocumentsTable {
  service_id: string;
  number: number;
  seller_id: string;
  quality: number;
  tier: number;
  leaf_code: number;
  price_minor: bigint;
  delivery_days: number;
  level: number;
  languages: number;
  ai_free: boolean;
  online: Generated<boolean>;
  sales_count: number;
  rating_hundredths: number;
  rating_count: number;
  rating_score: number;
  published_at: Date;
  analyzer: number;
  traits: GeneratedAlways<bigint>;
  title_words: string;
  words: string;
}

export interface SearchFiguresTable {
  service_id: string;
  buyers: number;
  recent_buyers: number;
  completed: number;
  ended: number;
  on_time: number;
  delivered: number;
  replied: number;
  asked: number;
  counted_at: Date;
}

export interface SearchLeafCodesTable {
  leaf_key: string;
  code: GeneratedAlways<number>;
}

export interface SearchLexiconAdditionsTable {
  id: string;
  kind: string;
  line: string;
  state: string;
  added_by: string;
  added_at: Date;
  ended_at: Date | null;
  applied_at: Date | null;
}

export interface SearchLexiconProposalsTable {
  id: string;
  verb: string;
  kind: string;
  line: string;
  reason: string;
  state: string;
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}

export interface SearchMissedQuestionsTable {
  question: string;
  day: Date;
  shown: string;
  asked: number;
  found_nothing: boolean;
  unknown: string[];
}

export interface SearchOnlineSellersTable {
  seller_id: string;
}

export interface SearchPopularQuestionsTable {
  question: string;
  day: Date;
  shown: string;
  asked: number;
  services: number;
}

export interface SearchSampleTable {
  service_id: string;
  traits: bigint;
  words: string;
}

export interface SearchSavedSearchesTable {
  id: string;
  member_id: string;
  name: string;
  address: string;
  alerts: boolean;
  saved_at: Date;
  looked_at: Date;
  due_at: Date;
}

export interface SearchSuggestionsTable {
  prefix: string;
  place: number;
  kind: string;
  label: string;
  target: string;
  services: number;
  folded: string;
}

export interface SearchTermsTable {
  term: string;
  documents: number;
  titles: number;
}

export interface SearchTierBoundsTable {
  tier: number;
  quality: number;
}

export interface SearchVocabularyTable {
  surface: string;
  term: string;
  written: string;
  documents: number;
  seq: GeneratedAlways<bigint>;
}

export interface SearchWeightChangesTable {
  id: GeneratedAlways<bigint>;
  name: string;
  verb: string;
  before: number;
  after: number;
  reason: string;
  actor: string;
  at: Date;
}

export interface SearchWeightsTable {
  name: string;
  value: number;
  wished: number;
  moved_at: Date | null;
}

export interface SettingsFlagsTable {
  key: string;
  enabled: boolean;
  set_by: string;
  set_at: Date;
}

export interface SettingsRulesTable {
  id: string;
  key: string;
  valid_from: Date;
  value: Json;
  reason: string;
  set_by: string;
  set_at: Date;
}

export interface TrustContactCasesTable {
  id: string;
  member_id: string;
  other_id: string;
  place: string;
  subject_id: string;
  message_id: string;
  body: string;
  parts: Json;
  step: string;
  counts: boolean;
  at: Date;
  expires_at: Date;
  objected_at: Date | null;
  objection: string | null;
  believed: Generated<boolean>;
  outcome: string | null;
  decided_by: string | null;
  decided_at: Date | null;
  decision_reason: string | null;
}

export interface TrustContactLaddersTable {
  member_id: string;
  paused_until: Date | null;
}

export interface TrustStandingChangesTable {
  id: string;
  member_id: string;
  from_level: string;
  to_level: string;
  reason: string;
  actor: string;
  at: Date;
}

export interface TrustStandingsTable {
  member_id: string;
  level: string;
  since_at: Date;
}

export interface WalletClearingsTable {
  order_id: string;
  member_id: string;
  amount_minor: bigint;
  earned_at: Date;
  clears_at: Date;
  cleared_at: Date | null;
  returned_minor: Generated<bigint>;
  paused: Generated<boolean>;
}

export interface WalletGatewayEventsTable {
  id: string;
  gateway: string;
  event_id: string;
  body: string;
  received_at: Date;
  handled_at: Date | null;
}

export interface WalletPaymentsTable {
  id: string;
  member_id: string;
  gateway: string;
  purpose: string;
  purchase_id: string | null;
  amount_minor: bigint;
  fee_minor: bigint;
  state: string;
  key: string;
  gateway_ref: string | null;
  redirect_url: string | null;
  failure_code: string | null;
  created_at: Date;
  expires_at: Date;
  settled_at: Date | null;
  description: Generated<string>;
  return_path: string | null;
}

export interface Database {
  'audit.acts': AuditActsTable;
  'catalogue.categories': CatalogueCategoriesTable;
  'catalogue.counted_sales': CatalogueCountedSalesTable;
  'catalogue.favourites': CatalogueFavouritesTable;
  'catalogue.gallery': CatalogueGalleryTable;
  'catalogue.holidays': CatalogueHolidaysTable;
  'catalogue.image_bands': CatalogueImageBandsTable;
  'catalogue.image_prints': CatalogueImagePrintsTable;
  'catalogue.listing_counts': CatalogueListingCountsTable;
  'catalogue.past_versions': CataloguePastVersionsTable;
  'catalogue.queues': CatalogueQueuesTable;
  'catalogue.revisions': CatalogueRevisionsTable;
  'catalogue.service_cards': CatalogueServiceCardsTable;
  'catalogue.service_figures': CatalogueServiceFiguresTable;
  'catalogue.service_history': CatalogueServiceHistoryTable;
  'catalogue.services': CatalogueServicesTable;
  'catalogue.text_bands': CatalogueTextBandsTable;
  'catalogue.text_prints': CatalogueTextPrintsTable;
  'catalogue.upgrades': CatalogueUpgradesTable;
  'checkout.cart_lines': CheckoutCartLinesTable;
  'checkout.cart_purchases': CheckoutCartPurchasesTable;
  'checkout.offers': CheckoutOffersTable;
  'checkout.order_requests': CheckoutOrderRequestsTable;
  'checkout.purchases': CheckoutPurchasesTable;
  'collections.collections': CollectionsCollectionsTable;
  'collections.items': CollectionsItemsTable;
  'collections.needs': CollectionsNeedsTable;
  'conversations.blocks': ConversationsBlocksTable;
  'conversations.conversations': ConversationsConversationsTable;
  'conversations.habits': ConversationsHabitsTable;
  'conversations.quick_replies': ConversationsQuickRepliesTable;
  'identity.consents': IdentityConsentsTable;
  'identity.credentials': IdentityCredentialsTable;
  'identity.email_changes': IdentityEmailChangesTable;
  'identity.member_roles': IdentityMemberRolesTable;
  'identity.members': IdentityMembersTable;
  'identity.one_time_links': IdentityOneTimeLinksTable;
  'identity.sessions': IdentitySessionsTable;
  'ledger.accounts': LedgerAccountsTable;
  'ledger.holds': LedgerHoldsTable;
  'ledger.house_snapshots': LedgerHouseSnapshotsTable;
  'ledger.posting_kinds': LedgerPostingKindsTable;
  'ledger.transfers': LedgerTransfersTable;
  'ledger.verifications': LedgerVerificationsTable;
  'media.files': MediaFilesTable;
  'media.upload_parts': MediaUploadPartsTable;
  'media.uploads': MediaUploadsTable;
  'messaging.message_files': MessagingMessageFilesTable;
  'messaging.messages': MessagingMessagesTable;
  'messaging.thread_members': MessagingThreadMembersTable;
  'messaging.threads': MessagingThreadsTable;
  'notifications.alerts': NotificationsAlertsTable;
  'notifications.channel_stops': NotificationsChannelStopsTable;
  'notifications.digest_items': NotificationsDigestItemsTable;
  'notifications.habits': NotificationsHabitsTable;
  'notifications.notices': NotificationsNoticesTable;
  'notifications.push_devices': NotificationsPushDevicesTable;
  'notifications.telegram_chats': NotificationsTelegramChatsTable;
  'notifications.telegram_codes': NotificationsTelegramCodesTable;
  'orders.additions': OrdersAdditionsTable;
  'orders.asks': OrdersAsksTable;
  'orders.change_requests': OrdersChangeRequestsTable;
  'orders.deliveries': OrdersDeliveriesTable;
  'orders.disputes': OrdersDisputesTable;
  'orders.files': OrdersFilesTable;
  'orders.guarantee_debts': OrdersGuaranteeDebtsTable;
  'orders.history': OrdersHistoryTable;
  'orders.orders': OrdersOrdersTable;
  'orders.requirement_drafts': OrdersRequirementDraftsTable;
  'orders.requirements': OrdersRequirementsTable;
  'orders.timers': OrdersTimersTable;
  'platform.clock': PlatformClockTable;
  'platform.facts': PlatformFactsTable;
  'platform.limits': PlatformLimitsTable;
  'platform.outgoing_mail': PlatformOutgoingMailTable;
  'platform.world': PlatformWorldTable;
  'public.migrations': PublicMigrationsTable;
  'reviews.answers': ReviewsAnswersTable;
  'reviews.appeals': ReviewsAppealsTable;
  'reviews.figures': ReviewsFiguresTable;
  'reviews.history': ReviewsHistoryTable;
  'reviews.pairs': ReviewsPairsTable;
  'reviews.reviews': ReviewsReviewsTable;
  'sandbox.charges': SandboxChargesTable;
  'sandbox.webhooks': SandboxWebhooksTable;
  'search.changes': SearchChangesTable;
  'search.documents': SearchDocumentsTable;
  'search.figures': SearchFiguresTable;
  'search.leaf_codes': SearchLeafCodesTable;
  'search.lexicon_additions': SearchLexiconAdditionsTable;
  'search.lexicon_proposals': SearchLexiconProposalsTable;
  'search.missed_questions': SearchMissedQuestionsTable;
  'search.online_sellers': SearchOnlineSellersTable;
  'search.popular_questions': SearchPopularQuestionsTable;
  'search.sample': SearchSampleTable;
  'search.saved_searches': SearchSavedSearchesTable;
  'search.suggestions': SearchSuggestionsTable;
  'search.terms': SearchTermsTable;
  'search.tier_bounds': SearchTierBoundsTable;
  'search.vocabulary': SearchVocabularyTable;
  'search.weight_changes': SearchWeightChangesTable;
  'search.weights': SearchWeightsTable;
  'settings.flags': SettingsFlagsTable;
  'settings.rules': SettingsRulesTable;
  'trust.contact_cases': TrustContactCasesTable;
  'trust.contact_ladders': TrustContactLaddersTable;
  'trust.standing_changes': TrustStandingChangesTable;
  'trust.standings': TrustStandingsTable;
  'wallet.clearings': WalletClearingsTable;
  'wallet.gateway_events': WalletGatewayEventsTable;
  'wallet.payments': WalletPaymentsTable;
}
