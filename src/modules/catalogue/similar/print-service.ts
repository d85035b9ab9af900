import { listFiles, openFile } from '#media';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { inputOf } from '../editing/service-input.ts';
import type { Service } from '../service.ts';
import { findService, lockService } from '../service-store.ts';
import { pictureBands, printPicture } from './picture-print.ts';
import { comparedText, printText, textBands } from './text-print.ts';

/**
 * Keeps the prints of a service as it is now: of what is or was sold, of what waits for a reviewer, and
 * of its pictures. Harmless to repeat; nothing for an unknown service.
 */
export async function printService(ctx: Ctx, serviceId: string): Promise<void> {
  const service = await findService(ctx, serviceId);
  if (!service) return;
  await printPictures(ctx, service);
  await inTransaction(ctx, async (tx) => {
    const held = await lockService(tx, serviceId);
    const { revision } = held;
    const first = held.publishedAt === undefined;
    const waiting =
      revision?.content ?? (held.state === 'pending_review' ? inputOf(held) : undefined);
    await keepPrint(tx, held, { next: false, text: first ? undefined : comparedText(held) });
    await keepPrint(tx, held, { next: true, text: waiting && comparedText(waiting) });
    await sql`update catalogue.services set printed = true
      where id = ${serviceId} and not printed`.execute(tx.db);
  });
}

async function keepPrint(
  tx: TxCtx,
  { number, serviceId }: Service,
  { next, text }: { next: boolean; text: string | undefined },
): Promise<void> {
  const signature = text === undefined ? undefined : printText(text);
  await sql`delete from catalogue.text_bands
    where service_number = ${number} and next = ${next}`.execute(tx.db);
  if (!signature) {
    await sql`delete from catalogue.text_prints
      where service_number = ${number} and next = ${next}`.execute(tx.db);
    return;
  }
  await sql`insert into catalogue.text_prints (service_number, next, service_id, signature)
    values (${number}, ${next}, ${serviceId}, ${signature})
    on conflict (service_number, next) do update set signature = excluded.signature`.execute(tx.db);
  await sql`insert into catalogue.text_bands (hash, service_number, next)
    select distinct hash, ${number}::integer, ${next}::boolean
    from unnest(${textBands(signature)}::integer[]) as band (hash)`.execute(tx.db);
}

/** Pictures never change, so each is printed once. */
async function printPictures(ctx: Ctx, service: Service): Promise<void> {
  const ids = [...new Set([...service.imageIds, ...(service.revision?.content.imageIds ?? [])])];
  const { rows } = await ctx.pool.query<{ file_id: string }>({
    name: 'catalogue-printed-pictures',
    text: 'select file_id from catalogue.image_prints where file_id = any($1)',
    values: [ids],
  });
  const known = new Set(rows.map((row) => row.file_id));
  const files = await listFiles(
    ctx,
    ids.filter((id) => !known.has(id)),
  );
  for (const { fileId, kind } of files) {
    if (kind === 'image') await keepPicture(ctx, fileId);
  }
}

async function keepPicture(ctx: Ctx, fileId: string): Promise<void> {
  const { stream } = await openFile(ctx, fileId);
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  const bits = await printPicture(Buffer.concat(parts));
  await inTransaction(ctx, async (tx) => {
    const { rows } = await sql`insert into catalogue.image_prints (file_id, bits)
      values (${fileId}, ${bits}) on conflict (file_id) do nothing returning file_id`.execute(
      tx.db,
    );
    if (rows.length === 0) return;
    await sql`insert into catalogue.image_bands (hash, file_id)
      select distinct hash, ${fileId}::uuid
      from unnest(${pictureBands(bits)}::integer[]) as band (hash)`.execute(tx.db);
  });
}
