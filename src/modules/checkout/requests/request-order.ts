import { getSellableService } from '#catalogue';
import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { isConstraint } from '#platform/db';
import { recordFact } from '#platform/facts';
import { InvalidInput, NotFound } from '#platform/refusals';
import { ruleAt } from '#settings';
import { contactIn } from '#trust';
import { sql } from 'kysely';
import { RequestWaits } from '../checkout-errors.ts';
import { orderRequested } from '../checkout-facts.ts';
import { DELIVERY_DAYS, LONGEST } from '../offers/offer.ts';
import { listRequests } from './request-store.ts';

export interface RequestInput {
  /** The caller has made sure that its two sides are the buyer and the seller of the service. */
  conversationId: string;
  serviceId: string;
  body: string;
  wishedMinor?: bigint;
  wishedDays?: number;
}

/**
 * A buyer asks a seller for work to their measure (SPEC 4.4); nothing is bought by it. One waits for its
 * answer at a time. Refuses SignInRequired, NotFound, InvalidInput by field, RequestWaits.
 */
export async function requestOrder(ctx: Ctx, input: RequestInput): Promise<{ requestId: string }> {
  const buyerId = requireMember(ctx);
  const { sellerId } = await getSellableService(ctx, input.serviceId);
  if (sellerId === buyerId) throw new NotFound();
  const body = input.body.trim();
  await requireGood(ctx, { ...input, body });
  const { conversationId, serviceId, wishedMinor = null, wishedDays = null } = input;
  const requestId = newId(ctx);
  try {
    await inTransaction(ctx, async (tx) => {
      await sql`insert into checkout.order_requests (id, conversation_id, service_id, buyer_id, seller_id,
          body, wished_minor, wished_days, asked_at)
        values (${requestId}, ${conversationId}, ${serviceId}, ${buyerId}, ${sellerId}, ${body},
          ${wishedMinor}, ${wishedDays}, ${tx.clock.now()})`.execute(tx.db);
      await recordFact(tx, orderRequested, {
        requestId,
        conversationId,
        buyerId,
        sellerId,
        serviceId,
      });
    });
  } catch (error) {
    if (!isConstraint(error, 'one_open_request_in_a_conversation')) throw error;
    // The same words again are a second click.
    const [waiting] = await listRequests(ctx, conversationId);
    if (waiting?.buyerId !== buyerId || waiting.body !== body) throw new RequestWaits();
    return { requestId: waiting.requestId };
  }
  return { requestId };
}

async function requireGood(ctx: Ctx, input: RequestInput): Promise<void> {
  const price = await ruleAt(ctx, 'custom-offer.price');
  const { wishedMinor, wishedDays, body } = input;
  const wrong: Record<string, string> = {};
  if (body === '') wrong.body = 'required';
  if (body.length > LONGEST.request) wrong.body = 'scope-too-long';
  if (contactIn(ctx, body, 'order').length > 0) wrong.body ??= 'holds-contact';
  if (wishedMinor !== undefined && (wishedMinor < price.minMinor || wishedMinor > price.maxMinor)) {
    wrong.price = 'price';
  }
  const { min, max } = DELIVERY_DAYS;
  const inDays =
    wishedDays === undefined ||
    (Number.isInteger(wishedDays) && wishedDays >= min && wishedDays <= max);
  if (!inDays) wrong.days = 'days';
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
}
