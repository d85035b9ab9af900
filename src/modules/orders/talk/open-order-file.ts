import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { openFile, type OpenedFile } from '#media';
import { findThread, findThreadFile } from '#messaging';
import { sql } from 'kysely';
import { getOrder } from '../get-order.ts';
import { OriginalWaits } from '../order-errors.ts';
import { canOpenOriginals } from '../order-policy.ts';
import { isDeliveredPicture } from './order-files.ts';

/**
 * A file of an order for somebody who may read the order: of its requirements, deliveries or messages.
 * NotFound for everybody else, and for a file that belongs elsewhere. The buyer gets a delivered picture
 * only when the order is completed: OriginalWaits until then (SPEC 5.6).
 */
export async function openOrderFile(
  ctx: Ctx,
  of: { orderId: string; fileId: string },
): Promise<OpenedFile> {
  const order = await getOrder(ctx, of.orderId);
  if (!isUuid(of.fileId)) throw new NotFound();
  const own = await sql`select 1 from orders.files
    where order_id = ${order.orderId} and file_id = ${of.fileId}`.execute(ctx.db);
  if (own.rows.length === 0 && !(await isInMessages(ctx, order.orderId, of.fileId)))
    throw new NotFound();
  const waits = !canOpenOriginals(ctx.actor, order);
  if (waits && (await isDeliveredPicture(ctx, order.orderId, of.fileId))) throw new OriginalWaits();
  return openFile(ctx, of.fileId);
}

async function isInMessages(ctx: Ctx, orderId: string, fileId: string): Promise<boolean> {
  const threadId = await findThread(ctx, { kind: 'order', id: orderId });
  return threadId !== undefined && (await findThreadFile(ctx, threadId, fileId)) !== undefined;
}
