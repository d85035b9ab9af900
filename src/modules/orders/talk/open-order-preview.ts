import { config } from '#config';
import { findMarkedPreview, type MarkedPreview } from '#media';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { getOrder } from '../get-order.ts';
import type { Order } from '../order-row.ts';
import { isDeliveredPicture } from './order-files.ts';

/**
 * A delivered picture as the buyer may look at it before acceptance: small, with the site's name and the
 * order's code all over it (SPEC 5.6). For whoever may read the order; NotFound for everybody else and for
 * any other file.
 */
export async function openOrderPreview(
  ctx: Ctx,
  of: { orderId: string; fileId: string },
): Promise<MarkedPreview> {
  const order = await getOrder(ctx, of.orderId);
  const preview = await previewOf(ctx, order, of.fileId);
  if (!preview) throw new NotFound();
  return preview;
}

/** The preview of a delivered picture of that order, whoever asks; undefined for any other file. */
export async function previewOf(
  ctx: Ctx,
  order: Order,
  fileId: string,
): Promise<MarkedPreview | undefined> {
  if (!(await isDeliveredPicture(ctx, order.orderId, fileId))) return undefined;
  return findMarkedPreview(ctx, fileId, [config.brand.name.ar, `#${order.code}`]);
}
