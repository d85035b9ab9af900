import { getSellableService } from '#catalogue';
import { type Ctx, inTransaction, newId, requireMember, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { spendTry } from '#platform/limits';
import { InvalidInput, NotFound } from '#platform/refusals';
import { ruleAt } from '#settings';
import { contactIn } from '#trust';
import { sql } from 'kysely';
import { RequestSettled, TooManyOpenOffers } from '../checkout-errors.ts';
import { offerMade } from '../checkout-facts.ts';
import { settleRequest } from '../requests/request-store.ts';
import {
  DELIVERY_DAYS,
  LONGEST,
  MOST_CHANGES,
  type Offer,
  OFFER_DAYS,
  OPEN_OFFERS,
  factOf,
} from './offer.ts';
import { findOfferByKey, insertOffer } from './offer-store.ts';

const OFFERS = { act: 'custom-offer', points: 40, windowSeconds: 86_400 } as const;
const DAY_MS = 86_400_000;

export interface OfferInput {
  /** The caller has made sure that its two sides are these. */
  conversationId: string;
  buyerId: string;
  serviceId: string;
  /** The request it answers, if it answers one. */
  requestId?: string;
  title: string;
  scope: string;
  priceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  asksQuestions: boolean;
  /** How many days it stands. */
  standsDays: number;
  /** Made with the form: the same key answers the same offer. */
  key: string;
}

/**
 * A seller proposes scope, price and days to a buyer (SPEC 4.4: 5-1,000 USD). Answers the offer. Refuses
 * SignInRequired, NotFound for another's service, InvalidInput by field, RequestSettled when the request
 * does not wait any more, TooManyOpenOffers, TooMany.
 */
export async function makeOffer(ctx: Ctx, input: OfferInput): Promise<Offer> {
  const sellerId = requireMember(ctx);
  const service = await getSellableService(ctx, input.serviceId);
  if (service.sellerId !== sellerId || input.buyerId === sellerId) throw new NotFound();
  const title = input.title.trim();
  const scope = input.scope.trim();
  await requireGood(ctx, { ...input, title, scope });
  const first = await findOfferByKey(ctx, { sellerId, key: input.key });
  if (first) return first;
  await spendTry(ctx, OFFERS, sellerId);
  const now = ctx.clock.now();
  const { conversationId, buyerId, serviceId, requestId, priceMinor, deliveryDays } = input;
  const offer: Offer = {
    offerId: newId(ctx),
    conversationId,
    requestId,
    serviceId,
    sellerId,
    buyerId,
    priceMinor,
    deliveryDays,
    changesIncluded: input.changesIncluded,
    asksQuestions: input.asksQuestions,
    title,
    scope,
    state: 'open',
    reason: '',
    orderId: undefined,
    offeredAt: now,
    standsUntil: new Date(now.getTime() + input.standsDays * DAY_MS),
    settledAt: undefined,
  };
  return inTransaction(ctx, async (tx) => {
    await lockConversation(tx, offer);
    const before = await findOfferByKey(tx, { sellerId, key: input.key });
    if (before) return before;
    await requireRoom(tx, offer);
    if (offer.requestId !== undefined) {
      const answered = { ...offer, requestId: offer.requestId };
      if (!(await settleRequest(tx, answered, { to: 'offered' }))) throw new RequestSettled();
    }
    await insertOffer(tx, offer, input.key);
    await recordFact(tx, offerMade, factOf(offer));
    return offer;
  });
}

/** Two windows at once follow each other, so the limit and the key hold. */
async function lockConversation(tx: TxCtx, { conversationId }: Offer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`offers:${conversationId}`}, 0))`.execute(
    tx.db,
  );
}

async function requireRoom(tx: TxCtx, { conversationId, sellerId }: Offer): Promise<void> {
  const { rows } = await sql<{ open: number }>`select count(*)::int as open from checkout.offers
    where conversation_id = ${conversationId} and seller_id = ${sellerId} and state = 'open'
      and stands_until > ${tx.clock.now()}`.execute(tx.db);
  if ((rows[0]?.open ?? 0) >= OPEN_OFFERS) throw new TooManyOpenOffers(OPEN_OFFERS);
}

async function requireGood(ctx: Ctx, input: OfferInput): Promise<void> {
  const price = await ruleAt(ctx, 'custom-offer.price');
  const within = (n: number, { min, max }: { min: number; max: number }) =>
    Number.isInteger(n) && n >= min && n <= max;
  const wrong: Record<string, string> = {};
  if (input.title === '') wrong.title = 'required';
  if (input.title.length > LONGEST.title) wrong.title = 'title-too-long';
  if (input.scope === '') wrong.scope = 'required';
  if (input.scope.length > LONGEST.scope) wrong.scope = 'scope-too-long';
  // What is agreed is shown as it stands; a number that belongs to the work has its place in the order.
  for (const field of ['title', 'scope'] as const)
    if (contactIn(ctx, input[field], 'order').length > 0) wrong[field] ??= 'holds-contact';
  if (input.priceMinor < price.minMinor || input.priceMinor > price.maxMinor) wrong.price = 'price';
  if (!within(input.deliveryDays, DELIVERY_DAYS)) wrong.days = 'days';
  if (!within(input.changesIncluded, { min: 0, max: MOST_CHANGES })) wrong.changes = 'changes';
  if (!within(input.standsDays, OFFER_DAYS)) wrong.stands = 'stands';
  if (Object.keys(wrong).length > 0) throw new InvalidInput(wrong);
}
