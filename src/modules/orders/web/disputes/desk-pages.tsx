import type { MemberCard } from '#identity';
import { formatDate, formatPercent } from '#platform/i18n';
import {
  Badge,
  Bdi,
  type Column,
  DateTime,
  EmptyState,
  Link,
  Money,
  PageHead,
  Table,
  usePage,
  Wrap,
} from '#ui';
import { ordersWords } from '../../locales/index.ts';
import { orderPath } from '../../order-paths.ts';
import type { Order } from '../../order-row.ts';
import type { Dispute } from '../../disputes/dispute.ts';
import type { Precedent } from '../../disputes/list-disputes.ts';

interface DeskRow {
  dispute: Dispute;
  order: Order;
}

/** Disputes that wait for somebody, the soonest due first. */
export function DisputeDeskPage(props: {
  rows: readonly DeskRow[];
  cards: ReadonlyMap<string, MemberCard>;
}) {
  const { now, reader } = usePage();
  const all = ordersWords(reader);
  const words = all.desk;
  const name = (memberId: string) => <Bdi>{props.cards.get(memberId)?.displayName ?? ''}</Bdi>;
  const columns: Column<DeskRow>[] = [
    {
      header: all.lists.order,
      primary: true,
      cell: ({ order }) => (
        <Link href={`${orderPath(order.orderId)}/dispute`}>
          <Bdi dir="ltr">{`#${order.code}`}</Bdi> <Bdi>{order.title}</Bdi>
        </Link>
      ),
    },
    { header: words.phase, cell: ({ dispute }) => words.phases[dispute.phase] },
    {
      header: words.due,
      cell: ({ dispute }) =>
        dispute.dueAt && (
          <>
            <DateTime at={dispute.dueAt} style="short" />{' '}
            {dispute.dueAt < now && <Badge tone="danger">{all.late}</Badge>}
          </>
        ),
    },
    { header: all.lists.buyer, cell: ({ order }) => name(order.buyerId) },
    { header: all.lists.seller, cell: ({ order }) => name(order.sellerId) },
    {
      header: all.dispute.wants,
      numeric: true,
      cell: ({ dispute }) => <Money amountMinor={dispute.wantedMinor} />,
    },
  ];
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      {props.rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Table
          caption={words.title}
          columns={columns}
          rows={props.rows}
          rowKey={({ order }) => order.orderId}
        />
      )}
    </Wrap>
  );
}

/** How disputes ended, for everybody, without names. */
export function PrecedentsPage({ precedents }: { precedents: readonly Precedent[] }) {
  const { reader } = usePage();
  const all = ordersWords(reader);
  const words = all.precedents;
  const columns: Column<Precedent & { row: number }>[] = [
    { header: words.complaint, primary: true, cell: ({ kind }) => all.dispute.complaints[kind] },
    { header: words.by, cell: ({ openedBy }) => all.parties[openedBy] },
    { header: words.how, cell: ({ outcome }) => all.acts[outcome] },
    {
      header: words.share,
      numeric: true,
      cell: ({ percent }) => formatPercent(reader, percent / 100),
    },
    {
      header: words.when,
      cell: ({ month }) => formatDate(reader, month, 'month'),
    },
  ];
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      {precedents.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <Table
          caption={words.title}
          columns={columns}
          rows={precedents.map((precedent, row) => ({ ...precedent, row }))}
          rowKey={({ row }) => String(row)}
        />
      )}
    </Wrap>
  );
}
