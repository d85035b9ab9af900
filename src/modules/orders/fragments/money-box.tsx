import { formatDate, formatNumber, formatPercent } from '#platform/i18n';
import { Bdi, DetailList, EscrowNotice, Money, Panel, usePage } from '#ui';
import type { ComponentChildren } from 'preact';
import { ordersWords } from '../locales/index.ts';
import type { Order } from '../order-row.ts';

export interface MoneyBoxProps {
  order: Order;
  side: 'buyer' | 'seller' | undefined;
  /** How the price is shared at completion; USD cents. */
  shares: { commissionMinor: bigint; sellerMinor: bigint };
  /** When the seller's share becomes available, once completed. */
  clearsAt: Date | undefined;
  /** Hours of silence after a delivery that complete the order. */
  acceptanceHours: number;
}

type Line = { label: ComponentChildren; value: ComponentChildren; total?: boolean };

/** What was paid, what is held, what will be released and when (SPEC 5.11). */
export function MoneyBox(props: MoneyBoxProps) {
  const { order, side, shares } = props;
  const { reader } = usePage();
  const all = ordersWords(reader);
  const words = all.room;
  const lines: Line[] = order.items.map((item) => ({
    label: (
      <>
        {item.kind === 'service' ? words.serviceLine : <Bdi>{item.title}</Bdi>}
        {item.additionId && <span class="mute"> ({all.additions.added})</span>}
        {item.quantity > 1 && <> {words.quantity(formatNumber(reader, item.quantity))}</>}
      </>
    ),
    value: <Money amountMinor={item.unitPriceMinor * BigInt(item.quantity)} />,
  }));
  if (side !== 'buyer') {
    const percent = formatPercent(reader, order.commissionBps / 10_000);
    lines.push({
      label: words.commission(percent),
      value: <Money amountMinor={-shares.commissionMinor} />,
    });
    lines.push({ label: words.yourShare, value: <Money amountMinor={shares.sellerMinor} /> });
  }
  if (side !== 'seller' && order.feeMinor > 0n) {
    lines.push({ label: words.fee, value: <Money amountMinor={order.feeMinor} /> });
  }
  if (order.refundedMinor > 0n && order.state !== 'cancelled') {
    lines.push({
      label: all.dispute.refundedPart,
      value: <Money amountMinor={order.refundedMinor} />,
    });
  }
  lines.push({
    label: whereLabel(props, words),
    value: <Money amountMinor={whereMinor(order)} />,
    total: true,
  });
  return (
    <Panel title={words.money}>
      <DetailList items={lines} />
      <EscrowNotice>
        <MoneyWords {...props} />
      </EscrowNotice>
    </Panel>
  );
}

type RoomWords = ReturnType<typeof ordersWords>['room'];

function whereLabel({ order, side }: MoneyBoxProps, words: RoomWords): string {
  if (order.state === 'cancelled') return side === 'buyer' ? words.refunded : words.refundedBuyer;
  const released = order.completedAt !== null;
  if (released) return words.released;
  return words.held;
}

/** What stands beside that label: with the fee where it came back too (SPEC 4.3). */
function whereMinor(order: Order): bigint {
  const feeBack = order.state === 'cancelled' && order.firstDeliveredAt === null;
  if (order.state === 'completed' || order.state === 'closed') {
    return order.priceMinor - order.refundedMinor;
  }
  return order.priceMinor + (feeBack ? order.feeMinor : 0n);
}

function MoneyWords({ order, side, clearsAt, acceptanceHours }: MoneyBoxProps) {
  const { reader } = usePage();
  const all = ordersWords(reader);
  const words = all.room;
  const hours = formatNumber(reader, acceptanceHours);
  if (order.state === 'cancelled') {
    const kept = order.firstDeliveredAt !== null && order.feeMinor > 0n && side !== 'seller';
    return (
      <>
        {words.refundedNote}
        {kept && <> {words.feeKept}</>}
      </>
    );
  }
  if (order.state === 'disputed') return <>{all.dispute.lead}</>;
  if (order.state === 'completed' || order.state === 'closed') {
    if (side !== 'seller' || !clearsAt) return <>{words.releasedBuyer}</>;
    return <>{words.releasedSeller(formatDate(reader, clearsAt, 'dateTime'))}</>;
  }
  if (side === 'seller') return <>{words.heldSeller(hours, all.days(order.clearingDays))}</>;
  return <>{words.heldBuyer(hours)}</>;
}
