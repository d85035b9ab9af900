import type { Ctx, TxCtx } from '#platform/context';
import { storeUpload } from '#media';
import { isUuid } from '#platform/ids';
import type { AttachedFile } from '#messaging';
import { sql } from 'kysely';

/** A file as it came in with a form, still in its temporary place. */
export interface IncomingFile {
  path: string;
  fileName: string;
  truncated?: boolean;
}

/** A file of an order: with a question of the requirements, or with a delivery. */
export interface OrderFile extends AttachedFile {
  purpose: 'requirement' | 'delivery';
  /** The question's id, or the delivery's. */
  subject: string;
}

/** Takes files in for a member, in their order; refusals are media's, by file name. */
export async function storeFiles(
  tx: TxCtx,
  ownerId: string,
  files: readonly IncomingFile[],
): Promise<AttachedFile[]> {
  const stored: AttachedFile[] = [];
  for (const file of files) {
    const { fileId, fileName, kind, type, byteSize } = await storeUpload(tx, {
      ...file,
      ownerId,
      purpose: 'attachment',
    });
    stored.push({ fileId, fileName, kind: kind === 'image' ? kind : 'file', type, byteSize });
  }
  return stored;
}

/** Notes stored files as belonging to a part of an order. */
export async function insertFiles(
  tx: TxCtx,
  place: { orderId: string; purpose: OrderFile['purpose']; subject: string },
  files: readonly AttachedFile[],
): Promise<void> {
  for (const [position, file] of files.entries()) {
    await sql`insert into orders.files (file_id, order_id, purpose, subject, position, file_name, kind,
        media_type, byte_size)
      values (${file.fileId}, ${place.orderId}, ${place.purpose}, ${place.subject}, ${position},
        ${file.fileName}, ${file.kind}, ${file.type}, ${file.byteSize})`.execute(tx.db);
  }
}

/** Every file of an order's requirements and deliveries (bounded by the forms; at most 500). */
export async function listOrderFiles(ctx: Ctx, orderId: string): Promise<OrderFile[]> {
  const { rows } = await sql<OrderFile & { byteSize: bigint }>`
    select file_id as "fileId", purpose, subject, file_name as "fileName", kind, media_type as type,
      byte_size as "byteSize"
    from orders.files where order_id = ${orderId}
    order by purpose, subject, position limit 500`.execute(ctx.db);
  return rows.map((row) => ({ ...row, byteSize: Number(row.byteSize) }));
}

/** Whether that file is a picture of one of the order's deliveries. */
export async function isDeliveredPicture(
  ctx: Ctx,
  orderId: string,
  fileId: string,
): Promise<boolean> {
  if (!isUuid(fileId)) return false;
  const { rows } = await sql`select 1 from orders.files where order_id = ${orderId}
    and file_id = ${fileId} and purpose = 'delivery' and kind = 'image'`.execute(ctx.db);
  return rows.length > 0;
}
