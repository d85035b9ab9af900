import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { RequestSettled } from '../checkout-errors.ts';
import { findRequest, settleRequest } from './request-store.ts';

/** The buyer needs it no more. Harmless to repeat. Refuses SignInRequired, NotFound, RequestSettled. */
export async function withdrawRequest(ctx: Ctx, requestId: string): Promise<void> {
  const request = await findRequest(ctx, requestId);
  if (request?.buyerId !== requireMember(ctx)) throw new NotFound();
  if (request.state === 'withdrawn') return;
  await inTransaction(ctx, async (tx) => {
    if (!(await settleRequest(tx, request, { to: 'withdrawn' }))) throw new RequestSettled();
  });
}
