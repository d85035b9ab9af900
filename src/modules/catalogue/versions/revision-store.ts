import type { TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { ServiceMoved } from '../catalogue-errors.ts';
import { serviceSubmitted } from '../catalogue-facts.ts';
import type { ServiceInput } from '../editing/service-input.ts';
import type { Service } from '../service.ts';
import { writeHistory } from '../service-store.ts';
import { contentJson } from './content-json.ts';
import { latestState, type RevisionVerb, revisionMoves } from './revision.ts';

/** Opens the next version of a service, locked by the caller, and sends it to the reviewers. */
export async function openRevision(
  tx: TxCtx,
  service: Service,
  next: { version: number; content: ServiceInput },
): Promise<void> {
  if (service.revision) throw new ServiceMoved(latestState(service));
  const now = tx.clock.now();
  const { to } = revisionMoves.revise;
  await sql`insert into catalogue.revisions as held
      (service_id, state, version, content, changed_at, submitted_at)
    values (${service.serviceId}, ${to}, ${next.version}, ${contentJson(next.content)}, ${now}, ${now})
    on conflict (service_id) do update set state = excluded.state, version = excluded.version,
      content = excluded.content, review_notes = '{}', changed_at = excluded.changed_at,
      submitted_at = excluded.submitted_at where held.state = 'closed'`.execute(tx.db);
  await writeHistory(
    tx,
    { ...service, version: next.version },
    { verb: 'revise', to: service.state },
  );
  await recordFact(tx, serviceSubmitted, { serviceId: service.serviceId });
}

/** Writes the next version anew where it stands; its service is locked by the caller. */
export async function writeRevision(
  tx: TxCtx,
  service: Service,
  next: { version: number; content: ServiceInput },
): Promise<void> {
  await sql`update catalogue.revisions set version = ${next.version},
      content = ${contentJson(next.content)}, changed_at = ${tx.clock.now()}
    where service_id = ${service.serviceId} and state <> 'closed'`.execute(tx.db);
  await sql`update catalogue.services set changed_at = ${tx.clock.now()}
    where id = ${service.serviceId}`.execute(tx.db);
  const entry = { verb: 'edit-revision', to: service.state } as const;
  await writeHistory(tx, { ...service, version: next.version }, entry);
}

/** Moves the next version by a row of the table, as compare-and-set, and writes the history row. */
export async function moveRevision(
  tx: TxCtx,
  service: Service,
  move: { verb: Exclude<RevisionVerb, 'revise'>; notes?: Record<string, string> },
): Promise<void> {
  const { revision } = service;
  const { from, to } = revisionMoves[move.verb];
  if (!revision || !from.includes(revision.state)) throw new ServiceMoved(latestState(service));
  const now = tx.clock.now();
  const submitted = to === 'pending_review' ? now : revision.submittedAt;
  const { rows } = await sql`update catalogue.revisions
    set state = ${to}, review_notes = ${JSON.stringify(move.notes ?? {})}, changed_at = ${now},
      submitted_at = ${submitted}
    where service_id = ${service.serviceId} and state = ${revision.state}
      and version = ${revision.version} returning service_id`.execute(tx.db);
  if (rows.length === 0) throw new ServiceMoved(latestState(service));
  await sql`update catalogue.services set changed_at = ${now}
    where id = ${service.serviceId}`.execute(tx.db);
  const { verb, notes } = move;
  await writeHistory(
    tx,
    { ...service, version: revision.version },
    { verb, to: service.state, notes },
  );
}
