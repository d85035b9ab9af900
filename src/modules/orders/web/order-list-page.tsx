import type { MemberCard } from '#identity';
import { MemberLine } from '#identity/ui';
import {
  Badge,
  Bdi,
  type Column,
  DateTime,
  EmptyState,
  Link,
  LinkButton,
  Money,
  PageHead,
  Row,
  Stack,
  Table,
  Tabs,
  usePage,
  Wrap,
} from '#ui';
import { OrderStateBadge } from '../fragments/order-state-badge.tsx';
import { ordersWords, type OrdersWords } from '../locales/index.ts';
import { isLate } from '../moves/order-guards.ts';
import { STATE_FILTERS, type StateFilter } from '../order-lists.ts';
import { orderPath } from '../order-paths.ts';
import type { Order } from '../order-row.ts';

export interface OrderListView {
  side: 'buyer' | 'seller';
  state: StateFilter | undefined;
  counts: Record<StateFilter | 'all', number>;
  orders: readonly Order[];
  nextBefore: string | undefined;
  /** Not the first page. */
  older: boolean;
  cards: ReadonlyMap<string, MemberCard>;
  unread: ReadonlyMap<string, number>;
  /** When the time to send instructions ends, of the orders that wait for them. */
  startBy: ReadonlyMap<string, Date>;
}

/** My orders or my sales, by state, newest first. */
export function OrderListPage({ view }: { view: OrderListView }) {
  const words = ordersWords(usePage().reader);
  const buying = view.side === 'buyer';
  const path = buying ? '/orders' : '/sales';
  const title = buying ? words.lists.buying : words.lists.selling;
  const tabs = (['all', ...STATE_FILTERS] as const).map((filter) => ({
    href: filter === 'all' ? path : `${path}?state=${filter}`,
    label: filter === 'all' ? words.lists.all : words.states[filter],
    count: view.counts[filter],
    current: (view.state ?? 'all') === filter,
  }));
  return (
    <Wrap>
      <PageHead title={title} lead={buying ? words.lists.buyingLead : words.lists.sellingLead} />
      <Stack gap={4}>
        <Tabs label={words.lists.filters} items={tabs} />
        {view.orders.length === 0 ? (
          <Nothing view={view} />
        ) : (
          <Table
            caption={title}
            columns={columnsOf(view, words)}
            rows={view.orders}
            rowKey={(order) => order.orderId}
          />
        )}
        <Pages view={view} path={path} />
      </Stack>
    </Wrap>
  );
}

function columnsOf(view: OrderListView, words: OrdersWords): Column<Order>[] {
  const buying = view.side === 'buyer';
  return [
    {
      header: words.lists.order,
      primary: true,
      cell: (order) => <OrderName order={order} view={view} />,
    },
    {
      header: buying ? words.lists.seller : words.lists.buyer,
      cell: (order) => {
        const card = view.cards.get(buying ? order.sellerId : order.buyerId);
        return card ? <MemberLine member={card} /> : null;
      },
    },
    { header: words.lists.state, cell: (order) => <State order={order} side={view.side} /> },
    {
      header: words.lists.due,
      cell: (order) => <Due order={order} endsAt={view.startBy.get(order.orderId)} />,
    },
    {
      header: words.lists.price,
      numeric: true,
      cell: (order) => <Money amountMinor={order.priceMinor} />,
    },
  ];
}

function OrderName({ order, view }: { order: Order; view: OrderListView }) {
  const words = ordersWords(usePage().reader).lists;
  const unread = view.unread.get(order.orderId) ?? 0;
  return (
    <Stack gap={2}>
      <Link href={orderPath(order.orderId)}>
        <Bdi>{order.title}</Bdi>
      </Link>
      <small class="mute">
        <Bdi dir="ltr">{`#${order.code}`}</Bdi> · <DateTime at={order.openedAt} style="short" />
      </small>
      {unread > 0 && (
        <Row>
          <Badge tone="info" icon="message-circle">
            {words.unread(unread)}
          </Badge>
        </Row>
      )}
    </Stack>
  );
}

const BUYERS_TURN = ['awaiting_requirements', 'delivered'];

function State({ order, side }: { order: Order; side: 'buyer' | 'seller' }) {
  const { reader, now } = usePage();
  const mine = side === 'buyer' ? BUYERS_TURN.includes(order.state) : order.state === 'in_progress';
  return (
    <Row>
      <OrderStateBadge state={order.state} late={isLate(order, now)} />
      {mine && <small>{ordersWords(reader).lists.yourTurn}</small>}
    </Row>
  );
}

function Due({ order, endsAt }: { order: Order; endsAt: Date | undefined }) {
  const words = ordersWords(usePage().reader).lists;
  if (order.state === 'in_progress' && order.dueAt) {
    return (
      <>
        {words.deliverBy} <DateTime at={order.dueAt} style="relative" />
      </>
    );
  }
  if (order.state === 'delivered' && order.acceptanceEndsAt) {
    return (
      <>
        {words.answerBy} <DateTime at={order.acceptanceEndsAt} style="relative" />
      </>
    );
  }
  if (order.state === 'awaiting_requirements' && endsAt) {
    return (
      <>
        {words.startBy} <DateTime at={endsAt} style="relative" />
      </>
    );
  }
  return <DateTime at={order.completedAt ?? order.movedAt} style="short" />;
}

function Nothing({ view }: { view: OrderListView }) {
  const words = ordersWords(usePage().reader).lists;
  if (view.counts.all > 0)
    return <EmptyState title={words.emptyFilter}>{words.emptyFilterText}</EmptyState>;
  return view.side === 'buyer' ? (
    <EmptyState
      title={words.emptyBuying}
      action={<LinkButton href="/categories">{words.browse}</LinkButton>}
    >
      {words.emptyBuyingText}
    </EmptyState>
  ) : (
    <EmptyState
      title={words.emptySelling}
      action={<LinkButton href="/my/services">{words.myServices}</LinkButton>}
    >
      {words.emptySellingText}
    </EmptyState>
  );
}

function Pages({ view, path }: { view: OrderListView; path: string }) {
  const words = ordersWords(usePage().reader).lists;
  const state = view.state ? `state=${view.state}` : '';
  const firstPage = state ? `${path}?${state}` : path;
  const query = [state, `before=${view.nextBefore}`].filter(Boolean).join('&');
  return (
    <Row>
      {view.older && (
        <LinkButton kind="quiet" href={firstPage}>
          {words.newest}
        </LinkButton>
      )}
      {view.nextBefore && (
        <LinkButton kind="secondary" href={`${path}?${query}`}>
          {words.older}
        </LinkButton>
      )}
    </Row>
  );
}
