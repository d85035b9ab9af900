import { newId, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import type { Service } from '../service.ts';
import type { QuestionInput, ServiceInput, UpgradeInput } from './service-input.ts';

/** Writes all that the seller wrote under its number; the service is locked by the caller. */
export async function writeContent(
  tx: TxCtx,
  service: Service,
  next: { content: ServiceInput; version: number },
): Promise<void> {
  const input = next.content;
  const questions = input.questions.map((question) => storedQuestion(tx, service, question));
  await sql`update catalogue.services set
      version = ${next.version}, leaf_key = ${input.leafKey}, title = ${input.title},
      description = ${input.description}, base_price_minor = ${input.basePriceMinor},
      delivery_days = ${input.deliveryDays}, changes_included = ${input.changesIncluded},
      quantity_multiplies_time = ${input.quantityMultipliesTime}, tags = ${input.tags},
      languages = ${input.languages}, ai_use = ${input.aiUse}, rights_text = ${input.rightsText},
      questions = ${JSON.stringify(questions)}, faq = ${JSON.stringify(input.faq)},
      changed_at = ${tx.clock.now()}
    where id = ${service.serviceId}`.execute(tx.db);
  await writeUpgrades(tx, service, input.upgrades);
  await writeGallery(tx, service.serviceId, input.imageIds);
}

/** Ids live as long as the question: orders and drafts refer to them. */
function storedQuestion(tx: TxCtx, service: Service, question: QuestionInput) {
  const known = service.questions.some(({ questionId }) => questionId === question.questionId);
  return {
    questionId: known && question.questionId ? question.questionId : newId(tx),
    kind: question.kind,
    label: question.label,
    required: question.required,
    ...(question.kind === 'choice' ? { choices: question.choices } : {}),
  };
}

async function writeUpgrades(
  tx: TxCtx,
  service: Service,
  upgrades: readonly UpgradeInput[],
): Promise<void> {
  const known = new Set(service.upgrades.map(({ upgradeId }) => upgradeId));
  const rows = upgrades.map((upgrade, position) => ({
    id: upgrade.upgradeId && known.delete(upgrade.upgradeId) ? upgrade.upgradeId : newId(tx),
    position,
    title: upgrade.title,
    price_minor: upgrade.priceMinor.toString(),
    days_delta: upgrade.daysDelta,
  }));
  await sql`delete from catalogue.upgrades where service_id = ${service.serviceId}
    and not (id = any(${rows.map((row) => row.id)}::uuid[]))`.execute(tx.db);
  if (rows.length === 0) return;
  await sql`insert into catalogue.upgrades (id, service_id, position, title, price_minor, days_delta)
    select id, ${service.serviceId}::uuid, position, title, price_minor, days_delta
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row (id uuid, position smallint, title text, price_minor bigint, days_delta smallint)
    on conflict (id) do update set position = excluded.position, title = excluded.title,
      price_minor = excluded.price_minor, days_delta = excluded.days_delta`.execute(tx.db);
}

async function writeGallery(
  tx: TxCtx,
  serviceId: string,
  imageIds: readonly string[],
): Promise<void> {
  await sql`delete from catalogue.gallery where service_id = ${serviceId}
    and not (file_id = any(${imageIds}::uuid[]))`.execute(tx.db);
  if (imageIds.length === 0) return;
  await sql`insert into catalogue.gallery (service_id, file_id, position)
    select ${serviceId}::uuid, file_id, position
    from unnest(${imageIds}::uuid[]) with ordinality as image (file_id, position)
    on conflict (service_id, file_id) do update set position = excluded.position`.execute(tx.db);
}
