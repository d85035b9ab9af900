import type { TxCtx } from '#platform/context';
import { sql } from 'kysely';
import type { ServiceInput } from '../editing/service-input.ts';
import { inputOf } from '../editing/service-input.ts';
import { writeContent } from '../editing/write-content.ts';
import type { Service } from '../service.ts';
import { contentJson } from './content-json.ts';

/**
 * Writes what is sold from now on under its number; what was sold until now is kept, so that its
 * orders can be read with it. The service is locked by the caller.
 */
export async function sellContent(
  tx: TxCtx,
  service: Service,
  next: { content: ServiceInput; version: number; edition: number },
): Promise<void> {
  await keepSold(tx, service);
  await writeContent(tx, service, next);
  await sql`update catalogue.services set edition = ${next.edition}, sold_since = ${tx.clock.now()}
    where id = ${service.serviceId}`.execute(tx.db);
}

/** Keeps what was sold until now; nothing when it never was, or is kept already. */
export async function keepSold(tx: TxCtx, service: Service): Promise<void> {
  if (!service.soldSince) return;
  await sql`insert into catalogue.past_versions
      (service_id, version, edition, content, sold_from, sold_until)
    values (${service.serviceId}, ${service.version}, ${service.edition},
      ${contentJson(inputOf(service))}, ${service.soldSince}, ${tx.clock.now()})
    on conflict (service_id, version) do nothing`.execute(tx.db);
  await sql`update catalogue.services set sold_since = null
    where id = ${service.serviceId}`.execute(tx.db);
}
