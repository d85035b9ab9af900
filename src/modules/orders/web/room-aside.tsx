import { formatNumber } from '#platform/i18n';
import { againPath } from '#checkout';
import { MemberLine } from '#identity/ui';
import {
  Bdi,
  Button,
  Countdown,
  DateTime,
  DetailList,
  Disclosure,
  Form,
  LinkButton,
  Link,
  Panel,
  Stack,
  TextArea,
  TextInput,
  usePage,
  UserText,
} from '#ui';
import { MoneyBox } from '../fragments/money-box.tsx';
import { ordersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import { addedLines } from '../order-row.ts';
import type { OrderState } from '../order-state.ts';
import { ProposeAddition, UpgradesToAdd } from './additions/addition-panels.tsx';
import { CancelForm } from './room-forms.tsx';
import { failureOf, type RoomView } from './room-view.ts';

interface ViewProps {
  view: RoomView;
}

/** States in which a buyer may want the same again. */
const OVER: readonly OrderState[] = ['completed', 'closed', 'cancelled'];
const MAX_REASON = 2_000;

/** Beside the room: time left, money, other acts, facts. */
export function RoomAside({ view }: ViewProps) {
  return (
    <Stack gap={4}>
      <TimeLeft view={view} />
      <MoneyBox
        order={view.order}
        side={view.side}
        shares={view.shares}
        clearsAt={view.clearsAt}
        acceptanceHours={view.rules.acceptance.completeAfterHours}
      />
      <OtherActs view={view} />
      <Details view={view} />
      {view.side === 'buyer' && OVER.includes(view.order.state) && <Again view={view} />}
    </Stack>
  );
}

/** The same choice once more, with what has changed since. */
function Again({ view }: ViewProps) {
  const words = ordersWords(usePage().reader).room;
  return (
    <LinkButton kind="secondary" block icon="refresh-cw" href={againPath(view.order)}>
      {words.again}
    </LinkButton>
  );
}

function TimeLeft({ view }: ViewProps) {
  const words = ordersWords(usePage().reader).room;
  const { order } = view;
  if (order.state === 'awaiting_requirements') {
    return (
      <Panel>
        <Countdown
          label={words.timeToStart}
          until={view.requirementsEndAt}
          startedAt={order.openedAt}
        />
      </Panel>
    );
  }
  if (order.state === 'in_progress' && order.dueAt) {
    return (
      <Panel>
        <Countdown
          label={words.timeLeft}
          until={order.dueAt}
          startedAt={order.requirementsAt ?? undefined}
          tellLate
        />
      </Panel>
    );
  }
  if (order.state === 'delivered' && order.acceptanceEndsAt) {
    return (
      <Panel>
        <Countdown
          label={words.timeToAnswer}
          until={order.acceptanceEndsAt}
          startedAt={order.deliveredAt ?? undefined}
        />
      </Panel>
    );
  }
  return null;
}

/** What may be done besides the next action; nothing when nothing may. */
function OtherActs({ view }: ViewProps) {
  const words = ordersWords(usePage().reader);
  const { can, order } = view;
  const cancelsHere = can.has('cancel') && order.state === 'awaiting_requirements';
  const mayDispute = can.has('ask_refund') || can.has('open_dispute');
  const mayAdd = view.upgrades.length > 0;
  const others = ['ask_extension', 'ask_cancellation', 'propose_addition'] as const;
  const any = cancelsHere || mayDispute || mayAdd || others.some((act) => can.has(act));
  if (!any) return null;
  return (
    <Panel title={words.room.more}>
      {mayAdd && <UpgradesToAdd view={view} />}
      {can.has('propose_addition') && <ProposeAddition view={view} />}
      {can.has('ask_extension') && <ExtensionForm view={view} />}
      {cancelsHere && <CancelForm view={view} />}
      {can.has('ask_cancellation') && <CancellationForm view={view} />}
      {mayDispute && (
        <p>
          <Link href={`${orderPath(order.orderId)}/dispute`}>{words.dispute.problem}</Link>
        </p>
      )}
    </Panel>
  );
}

function ExtensionForm({ view }: ViewProps) {
  const { reader } = usePage();
  const words = ordersWords(reader).forms;
  const failure = failureOf(view, 'extension');
  return (
    <Disclosure summary={words.askExtension} open={failure !== undefined}>
      <Form
        action={`${orderPath(view.order.orderId)}/extension-requests`}
        idempotencyKey={`extension-${view.key}`}
        errors={failure?.errors}
        values={failure?.values}
        aria-label={words.askExtension}
      >
        <Stack>
          <p class="mute">
            {words.extensionsLeft(formatNumber(reader, view.rules.extension.answerHours))}
          </p>
          <TextInput
            name="days"
            id="extension-days"
            type="number"
            inputMode="numeric"
            min={1}
            max={30}
            label={words.extensionDays}
            required
          />
          <TextArea
            name="reason"
            id="extension-reason"
            label={words.extensionReason}
            required
            rows={2}
            maxLength={MAX_REASON}
          />
          <Button kind="secondary">{words.sendExtension}</Button>
        </Stack>
      </Form>
    </Disclosure>
  );
}

function CancellationForm({ view }: ViewProps) {
  const { reader } = usePage();
  const words = ordersWords(reader).forms;
  const failure = failureOf(view, 'cancellation');
  return (
    <Disclosure summary={words.askCancellation} open={failure !== undefined}>
      <Form
        action={`${orderPath(view.order.orderId)}/cancellation-requests`}
        idempotencyKey={`cancellation-${view.key}`}
        errors={failure?.errors}
        values={failure?.values}
        aria-label={words.askCancellation}
      >
        <Stack>
          <p class="mute">
            {words.cancellationText(formatNumber(reader, view.rules.cancellation.answerHours))}
          </p>
          <TextArea
            name="reason"
            id="cancellation-reason"
            label={words.cancellationReason}
            required
            rows={2}
            maxLength={MAX_REASON}
          />
          <Button kind="danger">{words.sendCancellation}</Button>
        </Stack>
      </Form>
    </Disclosure>
  );
}

function Details({ view }: ViewProps) {
  const { reader } = usePage();
  const words = ordersWords(reader);
  const { order, side, names, handles } = view;
  const people = (['seller', 'buyer'] as const)
    .filter((one) => one !== side)
    .map((one) => {
      const memberId = one === 'seller' ? order.sellerId : order.buyerId;
      const handle = handles.get(memberId) ?? '';
      const member = { memberId, displayName: names.get(memberId) ?? '', handle };
      const href = one === 'seller' && handle ? `/sellers/${handle}` : undefined;
      return { label: words.parties[one], value: <MemberLine member={member} href={href} /> };
    });
  const used = formatNumber(reader, order.changesUsed);
  const agreed = order.items[0]?.note;
  return (
    <Panel title={words.room.details}>
      <DetailList
        items={[
          ...people,
          { label: words.lists.order, value: <Bdi dir="ltr">{`#${order.code}`}</Bdi> },
          { label: words.room.boughtAt, value: <DateTime at={order.openedAt} style="dateTime" /> },
          { label: words.room.deliveryTime, value: words.days(order.deliveryDays) },
          {
            label: words.room.changesLeft,
            value: words.room.changesOf(used, formatNumber(reader, order.changesIncluded)),
          },
        ]}
      />
      {agreed !== undefined && (
        <>
          <h3>{words.room.agreed}</h3>
          <UserText text={agreed} />
        </>
      )}
      {addedLines(order).map(
        ({ additionId, title, note }) =>
          note && (
            <div key={additionId}>
              <h3>
                <Bdi>{title}</Bdi>
              </h3>
              <UserText text={note} />
            </div>
          ),
      )}
    </Panel>
  );
}
