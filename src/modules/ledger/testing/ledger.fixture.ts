import { type Ctx, inTransaction, newId } from '#platform/context';
import { postTransfers } from '../post-transfers.ts';
import type { TransferKind } from '../postings.ts';
import type { TransferInput } from '../transfer.ts';

/** A transfer with an id and a key of its own, unless told. */
export function aTransfer(
  ctx: Ctx,
  kind: TransferKind,
  rest: Partial<TransferInput> & { amountMinor: bigint },
): TransferInput {
  const id = newId(ctx);
  return { id, key: `test:${id}`, kind, actor: 'system:test', ...rest };
}

/** Gives a member credit through the sandbox gateway, in USD cents. */
export async function fund(ctx: Ctx, memberId: string, amountMinor: bigint): Promise<void> {
  const topUp = aTransfer(ctx, 'top_up', { debit: 'sandbox', credit: memberId, amountMinor });
  await inTransaction(ctx, (tx) => postTransfers(tx, [topUp]));
}

/** Gives a member earned money, as an order that was bought, released and cleared would. */
export async function earn(ctx: Ctx, memberId: string, amountMinor: bigint): Promise<void> {
  const buyerId = newId(ctx);
  const orderId = newId(ctx);
  await inTransaction(ctx, (tx) =>
    postTransfers(tx, [
      aTransfer(ctx, 'top_up', { debit: 'sandbox', credit: buyerId, amountMinor }),
      aTransfer(ctx, 'reserve_from_credit', {
        debit: buyerId,
        credit: orderId,
        orderId,
        amountMinor,
      }),
      aTransfer(ctx, 'release_to_seller', {
        debit: orderId,
        credit: memberId,
        orderId,
        amountMinor,
      }),
      aTransfer(ctx, 'clearing', { debit: memberId, credit: memberId, orderId, amountMinor }),
    ]),
  );
}

/** Posts transfers in a transaction of their own. */
export function postAlone(ctx: Ctx, ...transfers: TransferInput[]) {
  return inTransaction(ctx, (tx) => postTransfers(tx, transfers));
}
