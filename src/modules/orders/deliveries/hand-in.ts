import { type Ctx, newId, type TxCtx } from '#platform/context';
import { cleanLine, cleanText } from '#platform/i18n';
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
  /** What for, in a few words; kept only where it was used. */
  aiNote?: string;
  key?: string;
}

const MAX_NOTE = 5_000;
const MAX_AI_NOTE = 300;
const MAX_FILES = 10;

/**
 * Hands work in, all of it or a part: note, files, AI use declared. Refuses InvalidInput (`note`,
 * `aiNote`, `files`), media's refusals, and what the table says of the act.
 */
export async function handIn(
  ctx: Ctx,
  act: 'deliver' | 'deliver_part',
  work: HandedIn,
): Promise<Taken> {
  const note = cleanText(work.note);
  const aiNote = work.aiUsed ? cleanLine(work.aiNote ?? '') : '';
  if (note === '') throw new InvalidInput({ note: 'required' });
  if (note.length > MAX_NOTE) throw new InvalidInput({ note: 'too-long' });
  if (aiNote.length > MAX_AI_NOTE) throw new InvalidInput({ aiNote: 'too-long' });
  if (work.files.length > MAX_FILES) throw new InvalidInput({ files: 'too-many-files' });
  const part = act === 'deliver_part';
  return takeAct(ctx, { orderId: work.orderId, act, key: work.key }, async (tx, { order }) => {
    const deliveryId = newId(tx);
    const number = await nextNumber(tx, order.orderId, part);
    const files = await storeFiles(tx, order.sellerId, work.files);
    await sql`insert into orders.deliveries (id, order_id, part, number, note, ai_used, ai_note, at)
      values (${deliveryId}, ${order.orderId}, ${part}, ${number}, ${note}, ${work.aiUsed}, ${aiNote},
        ${tx.clock.now()})`.execute(tx.db);
    await insertFiles(
      tx,
      { orderId: order.orderId, purpose: 'delivery', subject: deliveryId },
      files,
    );
    return { details: { number, files: files.length, aiUsed: work.aiUsed } };
  });
}

async function nextNumber(tx: TxCtx, orderId: string, part: boolean): Promise<number> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from orders.deliveries
    where order_id = ${orderId} and part = ${part}`.execute(tx.db);
  return rows[0]?.next ?? 1;
}
