import { contactOf, memberCards } from '#identity';
import { defineNotice, type Notice, notify } from '#notifications';
import type { TxCtx } from '#platform/context';
import { formatDate } from '#platform/i18n';
import { reviewsWords, type ReviewsWords } from '../locales/index.ts';
import { orderReviewPath } from '../review-paths.ts';

type NoticeName = keyof ReviewsWords['notices'];

/** What a notice keeps: plain values, put into the reader's words when read. */
interface Params {
  orderId: string;
  title: string;
  other: string;
  /** An instant the words speak of, ISO; empty where they speak of none. */
  until: string;
}

const names = Object.keys(reviewsWords('ar').notices) as NoticeName[];
const NOTICES = Object.fromEntries(names.map((name) => [name, define(name)])) as Record<
  NoticeName,
  Notice<Params>
>;

function define(name: NoticeName): Notice<Params> {
  return defineNotice<Params>({
    kind: `reviews.${name}`,
    email: true,
    topic: 'reviews',
    words: (_locale, { title, other, until }, reader) =>
      reviewsWords(reader).notices[name]({
        title,
        other,
        until: until === '' ? '' : formatDate(reader, new Date(until), 'weekdayDateTime'),
      }),
    href: ({ orderId }) => orderReviewPath(orderId),
  });
}

/** Tells one member of the order, in the list and by mail in their language. */
export async function tellMember(
  tx: TxCtx,
  telling: {
    name: NoticeName;
    memberId: string;
    otherId: string;
    order: { orderId: string; title: string };
    key: string;
    until?: string;
  },
): Promise<void> {
  const { name, memberId, otherId, order } = telling;
  const cards = await memberCards(tx, [otherId]);
  const { email, reader } = await contactOf(tx, memberId);
  await notify(tx, NOTICES[name], {
    memberId,
    key: `${telling.key}:${name}`,
    email: { address: email, reader },
    params: {
      orderId: order.orderId,
      title: order.title,
      other: cards.get(otherId)?.displayName ?? '',
      until: telling.until ?? '',
    },
  });
}
