import { Conversation, WriteMessage } from '#messaging/ui';
import { ReviewBox } from '#reviews/ui';
import {
  Banner,
  Bdi,
  Breadcrumbs,
  Disclosure,
  Link,
  PageHead,
  Panel,
  Row,
  Stack,
  usePage,
  WithAside,
  Wrap,
} from '#ui';
import { OrderSteps } from '../fragments/order-steps.tsx';
import { OrderTimeline } from '../fragments/order-timeline.tsx';
import { ordersWords } from '../locales/index.ts';
import { orderFilePath, orderPath } from '../order-paths.ts';
import type { Act } from '../order-state.ts';
import { RoomAside } from './room-aside.tsx';
import { RoomNext } from './room-next.tsx';
import { failureOf, type RoomView } from './room-view.ts';
import { RoomDeliveries, RoomRequirements } from './room-work.tsx';

interface ViewProps {
  view: RoomView;
}

/**
 * The order room (SPEC 5.11). Parts with `data-live` are renewed in place when something happens on the
 * other side; without JavaScript a reload shows the same.
 */
export function OrderRoomPage({ view }: ViewProps) {
  const words = ordersWords(usePage().reader);
  const { order, side } = view;
  const list = side === 'seller' ? '/sales' : '/orders';
  const listName = side === 'seller' ? words.lists.selling : words.lists.buying;
  return (
    <Wrap>
      <div
        data-island={side ? 'order-room' : undefined}
        data-source={`${orderPath(order.orderId)}/live`}
      >
        <PageHead
          title={<Bdi>{order.title}</Bdi>}
          crumbs={
            <Breadcrumbs
              items={[
                { label: listName, href: list },
                { label: words.room.order(`\u2066#${order.code}\u2069`) },
              ]}
            />
          }
        />
        <div data-live="steps">
          <OrderSteps order={order} />
        </div>
        {!side && <Banner tone="info">{words.room.staffView}</Banner>}
        <WithAside
          aside={
            <div data-live="aside">
              <RoomAside view={view} />
            </div>
          }
        >
          <Stack gap={6}>
            <div data-live="next" class="stack stack-4">
              <RoomNext view={view} />
            </div>
            {/* Empty before completion: a room that stands open then must have a place to show it. */}
            <div data-live="reviews">
              {view.reviews && <ReviewBox standing={view.reviews} formKey={view.key} />}
            </div>
            <div data-live="deliveries">
              <RoomDeliveries view={view} />
            </div>
            <Talk view={view} />
            <div data-live="requirements">
              <RoomRequirements view={view} />
            </div>
            <div data-live="history">
              <History view={view} />
            </div>
          </Stack>
        </WithAside>
      </div>
    </Wrap>
  );
}

/** Acts that stand between the messages; the rest is in the history. */
const MARKED: readonly Act[] = [
  'give_requirements',
  'deliver',
  'deliver_part',
  'ask_change',
  'accept',
  'acceptance_time_over',
  'cancel',
  'agree_cancellation',
  'requirements_time_over',
  'late_time_over',
  'add_upgrade',
  'agree_addition',
  'agree_refund',
  'open_dispute',
  'withdraw_dispute',
  'propose_split',
  'decide_appeal',
  'dispute_answer_time_over',
  'dispute_acceptance_time_over',
];

function Talk({ view }: ViewProps) {
  const words = ordersWords(usePage().reader);
  const { order, side } = view;
  const failure = failureOf(view, 'message');
  const from = view.olderBefore ? view.messages[0]?.at : undefined;
  const marks = view.history
    .filter((entry) => !from || entry.at >= from)
    .filter((entry) => entry.act !== 'open' && MARKED.includes(entry.act))
    .map((entry) => ({ key: `h-${entry.seq}`, at: entry.at, text: words.acts[entry.act] }));
  return (
    <Panel title={words.room.conversation} id="conversation">
      <div data-live="messages">
        <Conversation
          messages={view.messages}
          marks={marks}
          viewerId={view.viewerId}
          names={view.names}
          fileHref={(fileId) => orderFilePath(order.orderId, fileId)}
          olderHref={
            view.olderBefore === undefined
              ? undefined
              : `${orderPath(order.orderId)}?before=${view.olderBefore}#conversation`
          }
        />
      </div>
      {side && (
        <WriteMessage
          action={`${orderPath(order.orderId)}/messages`}
          idempotencyKey={`message-${view.key}`}
          errors={failure?.errors}
          values={failure?.values}
        />
      )}
    </Panel>
  );
}

function History({ view }: ViewProps) {
  const words = ordersWords(usePage().reader).room;
  const path = orderPath(view.order.orderId);
  return (
    <Panel id="history">
      <Disclosure summary={words.timeline}>
        <Stack>
          <p class="mute">{words.timelineHint}</p>
          <OrderTimeline history={view.history} names={view.names} />
          <Row>
            <Link href={`${path}/history.csv`}>{words.exportCsv}</Link>
            <Link href={`${path}/history.txt`}>{words.exportText}</Link>
            <Link href={`${path}/evidence.pdf`}>{words.exportPdf}</Link>
            <Link href={`${path}/evidence.zip`}>{words.exportAll}</Link>
          </Row>
        </Stack>
      </Disclosure>
    </Panel>
  );
}
