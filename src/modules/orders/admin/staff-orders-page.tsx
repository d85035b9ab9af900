import type { MemberCard } from '#identity';
import type { OrderTransfer } from '#ledger';
import {
  Bdi,
  Breadcrumbs,
  Button,
  type Column,
  DateTime,
  DetailList,
  EmptyState,
  Form,
  Link,
  LinkButton,
  Money,
  PageHead,
  Panel,
  Row,
  Stack,
  Table,
  Tabs,
  TextInput,
  usePage,
  Wrap,
} from '#ui';
import { OrderStateBadge } from '../fragments/order-state-badge.tsx';
import { OrderSteps } from '../fragments/order-steps.tsx';
import { OrderTimeline } from '../fragments/order-timeline.tsx';
import { ordersWords, type OrdersWords } from '../locales/index.ts';
import { isLate } from '../moves/order-guards.ts';
import { STATE_FILTERS, type StateFilter } from '../order-lists.ts';
import { orderPath, staffOrderPath } from '../order-paths.ts';
import type { Order } from '../order-row.ts';
import type { HistoryEntry } from '../talk/order-room.ts';

type Cards = ReadonlyMap<string, MemberCard>;

export interface StaffOrderListView {
  orders: readonly Order[];
  nextBefore: string | undefined;
  state: StateFilter | undefined;
  code: string | undefined;
  cards: Cards;
}

/** Every order of the market, by state or number, to read. */
export function StaffOrderListPage({ view }: { view: StaffOrderListView }) {
  const words = ordersWords(usePage().reader);
  const path = '/staff/orders';
  const tabs = (['all', ...STATE_FILTERS] as const).map((filter) => ({
    href: filter === 'all' ? path : `${path}?state=${filter}`,
    label: filter === 'all' ? words.lists.all : words.states[filter],
    current: (view.state ?? 'all') === filter,
  }));
  const older = [view.state && `state=${view.state}`, `before=${view.nextBefore}`]
    .filter(Boolean)
    .join('&');
  return (
    <Wrap>
      <PageHead title={words.staff.title} lead={words.staff.lead} />
      <Stack gap={4}>
        <Form
          action={path}
          method="get"
          values={{ code: view.code }}
          class="row"
          aria-label={words.staff.find}
        >
          <TextInput name="code" label={words.staff.code} dir="ltr" required maxLength={12} />
          <Button kind="secondary" icon="search">
            {words.staff.find}
          </Button>
        </Form>
        <Tabs label={words.lists.filters} items={tabs} />
        {view.orders.length === 0 ? (
          <EmptyState title={words.staff.none}>{words.staff.noneText}</EmptyState>
        ) : (
          <Table
            caption={words.staff.title}
            columns={columnsOf(words, view.cards)}
            rows={view.orders}
            rowKey={(order) => order.orderId}
          />
        )}
        {view.nextBefore && (
          <Row>
            <LinkButton kind="secondary" href={`${path}?${older}`}>
              {words.lists.older}
            </LinkButton>
          </Row>
        )}
      </Stack>
    </Wrap>
  );
}

function columnsOf(words: OrdersWords, cards: Cards): Column<Order>[] {
  const name = (memberId: string) => <Bdi>{cards.get(memberId)?.displayName ?? ''}</Bdi>;
  return [
    {
      header: words.lists.order,
      primary: true,
      cell: (order) => (
        <Link href={staffOrderPath(order.orderId)}>
          <Bdi dir="ltr">{`#${order.code}`}</Bdi> <Bdi>{order.title}</Bdi>
        </Link>
      ),
    },
    { header: words.lists.buyer, cell: (order) => name(order.buyerId) },
    { header: words.lists.seller, cell: (order) => name(order.sellerId) },
    { header: words.lists.state, cell: (order) => <StateCell order={order} /> },
    { header: words.lists.date, cell: (order) => <DateTime at={order.openedAt} style="short" /> },
    {
      header: words.lists.price,
      numeric: true,
      cell: (order) => <Money amountMinor={order.priceMinor} />,
    },
  ];
}

function StateCell({ order }: { order: Order }) {
  return <OrderStateBadge state={order.state} late={isLate(order, usePage().now)} />;
}

export interface StaffOrderView {
  order: Order;
  history: readonly HistoryEntry[];
  transfers: readonly OrderTransfer[];
  cards: Cards;
}

/** One order for staff: where it stands, who did what, every line of the ledger; nothing to press. */
export function StaffOrderPage({ view }: { view: StaffOrderView }) {
  const words = ordersWords(usePage().reader);
  const { order, history, cards } = view;
  const names = new Map([...cards].map(([id, card]) => [id, card.displayName]));
  return (
    <Wrap>
      <PageHead
        title={<Bdi>{order.title}</Bdi>}
        crumbs={
          <Breadcrumbs
            items={[
              { label: words.staff.title, href: '/staff/orders' },
              { label: words.room.order(`\u2066#${order.code}\u2069`) },
            ]}
          />
        }
        actions={
          <LinkButton kind="secondary" href={orderPath(order.orderId)}>
            {words.room.conversation}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        <OrderSteps order={order} />
        <Panel title={words.room.details}>
          <DetailList items={detailsOf(order, words, names)} />
        </Panel>
        <Panel title={words.staff.ledger}>
          <LedgerLines transfers={view.transfers} names={names} />
        </Panel>
        <Panel title={words.room.timeline}>
          <OrderTimeline history={history} names={names} />
        </Panel>
      </Stack>
    </Wrap>
  );
}

function detailsOf(order: Order, words: OrdersWords, names: ReadonlyMap<string, string>) {
  return [
    { label: words.lists.state, value: <StateCell order={order} /> },
    { label: words.lists.buyer, value: <Bdi>{names.get(order.buyerId) ?? order.buyerId}</Bdi> },
    { label: words.lists.seller, value: <Bdi>{names.get(order.sellerId) ?? order.sellerId}</Bdi> },
    { label: words.lists.price, value: <Money amountMinor={order.priceMinor} /> },
    { label: words.room.fee, value: <Money amountMinor={order.feeMinor} /> },
    { label: words.room.boughtAt, value: <DateTime at={order.openedAt} style="dateTime" /> },
    { label: words.staff.version, value: String(order.serviceVersion) },
  ];
}

function LedgerLines(props: {
  transfers: readonly OrderTransfer[];
  names: ReadonlyMap<string, string>;
}) {
  const words = ordersWords(usePage().reader).staff;
  const named = (names: Readonly<Record<string, string>>, name: string) => names[name] ?? name;
  const account = (kind: string, holder: string) => (
    <>
      {named(words.accounts, kind)} <Bdi class="mute">{props.names.get(holder) ?? ''}</Bdi>
    </>
  );
  const columns: Column<OrderTransfer>[] = [
    { header: words.kind, primary: true, cell: (line) => named(words.kinds, line.kind) },
    { header: words.from, cell: (line) => account(line.debitKind, line.debitHolder) },
    { header: words.to, cell: (line) => account(line.creditKind, line.creditHolder) },
    { header: words.at, cell: (line) => <DateTime at={line.at} style="dateTime" /> },
    { header: words.actor, cell: (line) => <Bdi>{props.names.get(line.actor) ?? line.actor}</Bdi> },
    {
      header: words.amount,
      numeric: true,
      cell: (line) => <Money amountMinor={line.amountMinor} />,
    },
  ];
  return (
    <Table
      caption={words.ledger}
      columns={columns}
      rows={props.transfers}
      rowKey={(line) => line.transferId}
    />
  );
}
