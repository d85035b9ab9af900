import { declineOffer, withdrawOffer } from '#checkout';
import { askSeller, offerInTalk, requestInTalk, sendMessage } from '#conversations';
import type { Ctx } from '#platform/context';
import { addHours } from '#platform/time';
import { memberAt } from './act.ts';
import { type TalkContent, talks } from './content/talks.ts';
import type { People } from './fill-members.ts';
import type { Sold } from './fill-services.ts';

/** Offers stand so long. */
const STANDS_DAYS = 14;

/**
 * Conversations before an order with requests and custom offers, through the site's own actions. The first
 * ones are held by the named buyer, the next by the named seller, the rest by others.
 */
export async function fillTalks(
  ctx: Ctx,
  { people, sold, present }: { people: People; sold: readonly Sold[]; present: Date },
): Promise<void> {
  const [named] = people.sellers.values();
  const own = sold.filter(({ sellerId }) => sellerId === named?.memberId);
  const others = sold.filter(({ sellerId }) => sellerId !== named?.memberId);
  for (const [index, talk] of talks.entries()) {
    const ofNamedSeller = index % 3 === 1;
    const service = ofNamedSeller ? own[index % own.length] : others[index * 31];
    const buyer = people.buyers[index % 3 === 0 ? 0 : index * 5 + 2];
    if (!service || !buyer) continue;
    await tell(ctx, talk, { service, buyerId: buyer.memberId, present, about: `talk:${index}` });
  }
}

interface Stage {
  service: Sold;
  buyerId: string;
  present: Date;
  about: string;
}

async function tell(ctx: Ctx, talk: TalkContent, stage: Stage): Promise<void> {
  const { service, about } = stage;
  const begin = addHours(stage.present, -talk.hoursAgo);
  const acting = (memberId: string, hours: number, what: string) =>
    memberAt(ctx, addHours(begin, hours), { memberId, about: `${about}:${what}` });
  const buyer = (hours: number, what: string) => acting(stage.buyerId, hours, what);
  const seller = (hours: number, what: string) => acting(service.sellerId, hours, what);
  const { conversationId } = await askSeller(buyer(0, 'question'), {
    serviceId: service.serviceId,
    body: talk.question,
    key: `${about}:question`,
  });
  const say = (who: Ctx, body: string, key: string) =>
    sendMessage(who, { conversationId, body, key: `${about}:${key}` });
  await say(seller(1, 'answer'), talk.answer, 'answer');
  if (talk.reply) await say(buyer(1.5, 'reply'), talk.reply, 'reply');
  if (talk.request) {
    const says = 'طلبت عملًا على مقاسي.';
    await requestInTalk(buyer(2, 'request'), { conversationId, ...talk.request, says });
  }
  if (!talk.offer) return;
  const { end, ...terms } = talk.offer;
  const { offerId } = await offerInTalk(seller(2, 'offer'), {
    ...terms,
    conversationId,
    changesIncluded: 2,
    asksQuestions: true,
    standsDays: STANDS_DAYS,
    key: `${about}:offer`,
    says: (title) => `أرسلت عرضًا خاصًا: ${title}`,
  });
  if (end === 'declined') {
    const reason = 'وجدت ما يكفيني في الخدمة كما هي.';
    await declineOffer(buyer(3, 'decline'), { offerId, reason });
  }
  if (end === 'withdrawn') await withdrawOffer(seller(3, 'withdrawal'), offerId);
}
