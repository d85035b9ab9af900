import { type Ctx, newId, type TxCtx } from '#platform/context';
import { cleanText } from '#platform/i18n';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { takeAct, type Taken } from '../moves/take-act.ts';
import { insertFiles, type IncomingFile, storeFiles } from '../talk/order-files.ts';

export interface HandedIn {
  orderId: string;
  note: string;
  files: readonly IncomingFile[];
  /** The seller says whether machine help was used (SPEC 5.6). */
  aiUsed: boolean;
  key?: string;
}

const MAX_NOTE = 5_000;
const MAX_FILES = 10;

/**
 * The seller hands the work in: note, files, AI use declared; 72 hours to answer begin (SPEC 5.6).
 * Refuses InvalidInput (`note`, `files`), OrderMoved when the order was cancelled or already delivered.
 */
export async function deliver(ctx: Ctx, work: HandedIn): Promise<Taken> {
  const note = cleanText(work.note);
  if (note === '') throw new InvalidInput({ note: 'required' });
  if (note.length > MAX_NOTE) throw new InvalidInput({ note: 'too-long' });
  if (work.files.length > MAX_FILES) throw new InvalidInput({ files: 'too-many-files' });
  return takeAct(
    ctx,
    { orderId: work.orderId, act: 'deliver', key: work.key },
    async (tx, { order }) => {
      const deliveryId = newId(tx);
      const number = await nextNumber(tx, order.orderId);
      const files = await storeFiles(tx, order.sellerId, work.files);
      await sql`insert into orders.deliveries (id, order_id, number, note, ai_used, at)
        values (${deliveryId}, ${order.orderId}, ${number}, ${note}, ${work.aiUsed}, ${tx.clock.now()})`.execute(
        tx.db,
      );
      await insertFiles(
        tx,
        { orderId: order.orderId, purpose: 'delivery', subject: deliveryId },
        files,
      );
      return { details: { number, files: files.length, aiUsed: work.aiUsed } };
    },
  );
}

async function nextNumber(tx: TxCtx, orderId: string): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from orders.deliveries where order_id = ${orderId}`.execute(
    tx.db,
  );
  return rows[0]?.next ?? 1;
}
