import type { Ctx, TxCtx } from '#platform/context';
import { gathered, NotInCrowd } from '#platform/crowd';
import { sql } from 'kysely';
import { asLedgerRefusal } from './ledger-errors.ts';
import { type TransferInput, transfersJson } from './transfer.ts';

export interface Posted {
  /** False when the same act was posted before: nothing was changed now. */
  posted: boolean;
  /** The ids of the transfers, of the first time when it was posted before. */
  transferIds: string[];
}

/**
 * Posts up to 1,000 transfers, all or none; posting nothing is allowed. The same keys with the same
 * content again change nothing. Refuses InsufficientBalance and KeyReused; after a refusal the
 * transaction is broken and must end (SPEC 6.1-6.2).
 */
export async function postTransfers(
  tx: TxCtx,
  transfers: readonly TransferInput[],
): Promise<Posted> {
  if (transfers.length === 0) return { posted: false, transferIds: [] };
  return postGathered(tx, transfers);
}

/** What a crowd posts at once is one posting: all of it is new, or none and it refuses. */
const postGathered = gathered(
  async (tx: TxCtx, postings: readonly (readonly TransferInput[])[]) => {
    const transfers = postings.flat();
    try {
      const { rows } = await sql<PostedRow>`
      select posted, ids from ledger.post(${transfersJson(transfers)}::jsonb, ${tx.clock.now()})`.execute(
        tx.db,
      );
      const [row] = rows;
      if (postings.length === 1) return [answer(transfers, row)];
      // Which ids belong to whom of those that were posted before is for each to ask alone.
      if (!row?.posted) throw new NotInCrowd();
      return postings.map((own) => answer(own, { posted: true, ids: null }));
    } catch (error) {
      throw asLedgerRefusal(error);
    }
  },
);

/**
 * The same in a transaction of its own and in one round trip: for an act that is nothing but a posting.
 * Refuses InsufficientBalance and KeyReused.
 */
export async function postAtOnce(ctx: Ctx, transfers: readonly TransferInput[]): Promise<Posted> {
  if (transfers.length === 0) return { posted: false, transferIds: [] };
  try {
    const { rows } = await ctx.pool.query<PostedRow>({
      name: 'ledger.post',
      text: 'select posted, ids from ledger.post($1::jsonb, $2)',
      values: [transfersJson(transfers), ctx.clock.now()],
    });
    return answer(transfers, rows[0]);
  } catch (error) {
    throw asLedgerRefusal(error);
  }
}

interface PostedRow {
  posted: boolean;
  ids: string[] | null;
}

function answer(transfers: readonly TransferInput[], row: PostedRow | undefined): Posted {
  return {
    posted: row?.posted ?? false,
    transferIds: row?.ids ?? transfers.map(({ id }) => id),
  };
}
