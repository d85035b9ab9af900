import type { TxCtx } from '#platform/context';
import { formatDate, formatMoney } from '#platform/i18n';
import { contactOf, memberCards } from '#identity';
import { defineNotice, type Notice, notify } from '#notifications';
import { ordersWords, type OrdersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import type { Order } from '../order-row.ts';

type NoticeName = keyof OrdersWords['notices'];

/** What a notice of an order keeps: plain values, put into the reader's words when read. */
interface Params {
  orderId: string;
  title: string;
  code: string;
  other: string;
  amountMinor: string;
  /** An instant the words speak of, ISO; empty where they speak of none. */
  until: string;
  days: number;
}

/** In the list only: the order's page says the rest. */
const WITHOUT_MAIL: readonly NoticeName[] = ['closed-seller', 'prolonged-seller'];

const names = Object.keys(ordersWords('ar').notices) as NoticeName[];

const NOTICES = Object.fromEntries(names.map((name) => [name, define(name)])) as Record<
  NoticeName,
  Notice<Params>
>;

function define(name: NoticeName): Notice<Params> {
  return defineNotice<Params>({
    kind: `orders.${name}`,
    email: !WITHOUT_MAIL.includes(name),
    topic: 'orders',
    words: (_locale, params, reader) =>
      ordersWords(reader).notices[name]({
        title: params.title,
        code: params.code,
        other: params.other,
        amount: formatMoney(reader, BigInt(params.amountMinor)),
        until:
          params.until === '' ? '' : formatDate(reader, new Date(params.until), 'weekdayDateTime'),
        days: params.days,
      }),
    href: (params) => orderPath(params.orderId),
  });
}

/** What one side of an order is told. */
export interface Telling {
  order: Order;
  to: 'buyer' | 'seller';
  name: NoticeName;
  /** The fact that causes it. */
  key: string;
  amountMinor?: bigint;
  until?: Date | null;
  days?: number;
}

/** Tells one side, in the list and by mail in their language. */
export async function tellSide(tx: TxCtx, telling: Telling): Promise<void> {
  const { order, to, name } = telling;
  const [memberId, otherId] =
    to === 'buyer' ? [order.buyerId, order.sellerId] : [order.sellerId, order.buyerId];
  const cards = await memberCards(tx, [otherId]);
  const { email, reader } = await contactOf(tx, memberId);
  await notify(tx, NOTICES[name], {
    memberId,
    key: `${telling.key}:${name}`,
    email: { address: email, reader },
    params: {
      orderId: order.orderId,
      title: order.title,
      code: order.code,
      other: cards.get(otherId)?.displayName ?? '',
      amountMinor: (telling.amountMinor ?? order.priceMinor).toString(),
      until: telling.until?.toISOString() ?? '',
      days: telling.days ?? 0,
    },
  });
}
