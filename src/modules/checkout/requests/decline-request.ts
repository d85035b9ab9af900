import { type Ctx, inTransaction, requireMember } from '#platform/context';
import { recordFact } from '#platform/facts';
import { InvalidInput, NotFound } from '#platform/refusals';
import { RequestSettled } from '../checkout-errors.ts';
import { requestDeclined } from '../checkout-facts.ts';
import { LONGEST } from '../offers/offer.ts';
import { findRequest, settleRequest } from './request-store.ts';

/**
 * The seller says no, with a reason. Harmless to repeat. Refuses SignInRequired, NotFound for everybody
 * else, RequestSettled, InvalidInput (`reason`).
 */
export async function declineRequest(
  ctx: Ctx,
  { requestId, reason }: { requestId: string; reason: string },
): Promise<void> {
  const sellerId = requireMember(ctx);
  const request = await findRequest(ctx, requestId);
  if (request?.sellerId !== sellerId) throw new NotFound();
  if (request.state === 'declined') return;
  const said = reason.trim();
  if (said === '') throw new InvalidInput({ reason: 'required' });
  if (said.length > LONGEST.reason) throw new InvalidInput({ reason: 'reason-too-long' });
  await inTransaction(ctx, async (tx) => {
    if (!(await settleRequest(tx, request, { to: 'declined', reason: said })))
      throw new RequestSettled();
    const { conversationId, buyerId, serviceId } = request;
    await recordFact(tx, requestDeclined, {
      requestId,
      conversationId,
      buyerId,
      sellerId,
      serviceId,
    });
  });
}
