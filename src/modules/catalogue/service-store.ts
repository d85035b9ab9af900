import { actorName, type Ctx, type TxCtx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { sql } from 'kysely';
import { ServiceMoved } from './catalogue-errors.ts';
import {
  isApproved,
  type Revision,
  type Service,
  type ServiceState,
  type ServiceVerb,
  serviceMoves,
} from './service.ts';
import { isUuid } from '#platform/ids';
import { readContent, type StoredContent } from './versions/content-json.ts';
import type { RevisionVerb } from './versions/revision.ts';

interface ServiceRow {
  id: string;
  number: number;
  seller_id: string;
  state: ServiceState;
  version: number;
  leaf_key: string;
  title: string;
  description: string;
  base_price_minor: bigint;
  delivery_days: number;
  changes_included: number;
  quantity_multiplies_time: boolean;
  tags: string[];
  languages: string[];
  ai_use: Service['aiUse'];
  rights_text: string;
  questions: Service['questions'];
  faq: Service['faq'];
  review_notes: Record<string, string>;
  approved_content: Service['approvedContent'] | null;
  edition: number;
  sold_since: Date | null;
  last_version: number;
  revision: StoredRevision | null;
  queue_limit: number | null;
  away: boolean;
  created_at: Date;
  changed_at: Date;
  submitted_at: Date | null;
  published_at: Date | null;
  upgrades: { upgradeId: string; title: string; priceMinor: string; daysDelta: number }[] | null;
  image_ids: string[] | null;
}

interface StoredRevision {
  state: Revision['state'];
  version: number;
  content: StoredContent;
  notes: Record<string, string>;
  submittedAt: number;
}

const READ = `select s.*, greatest(s.version, coalesce(r.version, 0)) as last_version,
  case when r.state <> 'closed' then json_build_object('state', r.state, 'version', r.version,
    'content', r.content, 'notes', r.review_notes,
    'submittedAt', floor(extract(epoch from r.submitted_at) * 1000)::bigint) end as revision,
  (select json_agg(json_build_object('upgradeId', u.id, 'title', u.title,
      'priceMinor', u.price_minor::text, 'daysDelta', u.days_delta) order by u.position)
    from catalogue.upgrades u where u.service_id = s.id) as upgrades,
  (select array_agg(g.file_id order by g.position)
    from catalogue.gallery g where g.service_id = s.id) as image_ids
  from catalogue.services s left join catalogue.revisions r on r.service_id = s.id`;

/** The service of that id, whoever asks; undefined when there is none. */
export async function findService(ctx: Ctx, serviceId: string): Promise<Service | undefined> {
  if (!isUuid(serviceId)) return undefined;
  const { rows } = await sql<ServiceRow>`${sql.raw(READ)} where s.id = ${serviceId}`.execute(
    ctx.db,
  );
  return rows[0] && readService(rows[0]);
}

/** The service, locked until the transaction ends. */
export async function lockService(tx: TxCtx, serviceId: string): Promise<Service> {
  if (!isUuid(serviceId)) throw new NotFound();
  await sql`select from catalogue.services where id = ${serviceId} for update`.execute(tx.db);
  const service = await findService(tx, serviceId);
  if (!service) throw new NotFound();
  return service;
}

function readService(row: ServiceRow): Service {
  return {
    serviceId: row.id,
    number: row.number,
    sellerId: row.seller_id,
    state: row.state,
    version: row.version,
    leafKey: row.leaf_key,
    title: row.title,
    description: row.description,
    basePriceMinor: row.base_price_minor,
    deliveryDays: row.delivery_days,
    changesIncluded: row.changes_included,
    quantityMultipliesTime: row.quantity_multiplies_time,
    tags: row.tags,
    languages: row.languages,
    aiUse: row.ai_use,
    rightsText: row.rights_text,
    questions: row.questions,
    faq: row.faq,
    reviewNotes: row.review_notes,
    approvedContent: row.approved_content ?? undefined,
    edition: row.edition,
    soldSince:
      row.sold_since ?? (isApproved(row.state) ? (row.published_at ?? undefined) : undefined),
    lastVersion: row.last_version,
    revision: row.revision ? readRevision(row.revision) : undefined,
    queueLimit: row.queue_limit ?? undefined,
    away: row.away,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    submittedAt: row.submitted_at ?? undefined,
    publishedAt: row.published_at ?? undefined,
    upgrades: (row.upgrades ?? []).map((upgrade) => ({
      ...upgrade,
      priceMinor: BigInt(upgrade.priceMinor),
    })),
    imageIds: row.image_ids ?? [],
  };
}

function readRevision({ content, notes, submittedAt, ...rest }: StoredRevision): Revision {
  return {
    ...rest,
    content: readContent(content),
    reviewNotes: notes,
    submittedAt: new Date(submittedAt),
  };
}

export interface ServiceMove {
  verb: ServiceVerb;
  notes?: Record<string, string>;
}

/** Moves the state by a row of the table, as compare-and-set, and writes the history row. */
export async function moveService(tx: TxCtx, service: Service, move: ServiceMove): Promise<void> {
  const { from, to } = serviceMoves[move.verb];
  if (!from.includes(service.state)) throw new ServiceMoved(service.state);
  const { rows } = await sql`update catalogue.services
    set state = ${to}, changed_at = ${tx.clock.now()}
    where id = ${service.serviceId} and state = ${service.state} and version = ${service.version}
    returning id`.execute(tx.db);
  if (rows.length === 0) throw new ServiceMoved(service.state);
  await writeHistory(tx, service, { verb: move.verb, to, notes: move.notes });
}

type HistoryVerb = ServiceVerb | RevisionVerb | 'start' | 'edit' | 'edit-revision';

/** Adds what happened to the service's history; nothing ever leaves it. */
export async function writeHistory(
  tx: TxCtx,
  service: Pick<Service, 'serviceId' | 'version'> & { state?: ServiceState },
  entry: { verb: HistoryVerb; to: ServiceState; notes?: Record<string, string> },
): Promise<void> {
  await sql`insert into catalogue.service_history
      (service_id, verb, from_state, to_state, version, actor, notes, at)
    values (${service.serviceId}, ${entry.verb}, ${service.state ?? null}, ${entry.to},
      ${service.version}, ${actorName(tx)}, ${JSON.stringify(entry.notes ?? {})}, ${tx.clock.now()})`.execute(
    tx.db,
  );
}

/** Makes the acts of one seller that count their services happen one after the other. */
export async function lockSeller(tx: TxCtx, sellerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`catalogue.seller:${sellerId}`}, 0))`.execute(
    tx.db,
  );
}
