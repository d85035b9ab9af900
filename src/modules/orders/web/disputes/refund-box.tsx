import { formatDate, formatMoney, formatNumber } from '#platform/i18n';
import {
  Button,
  Disclosure,
  MoneyInput,
  NextAction,
  PostButton,
  Row,
  TextArea,
  usePage,
  UserText,
} from '#ui';
import { DisputeForm, leftOf, pathOf, useWords, type ViewProps } from './dispute-forms.tsx';

/** A refund by agreement: asked, waiting for the other side, or to be asked. */
export function RefundBox({ view }: ViewProps) {
  const { reader } = usePage();
  const all = useWords();
  const words = all.dispute;
  const { openRefund: ask, room } = view;
  if (ask) {
    const amount = formatMoney(reader, ask.amountMinor ?? 0n);
    const until = formatDate(reader, ask.answerBy, 'weekdayDateTime');
    const mine = room.side === ask.askedBy;
    const title = mine
      ? words.refundWaits(amount, until)
      : words.refundAsked(all.parties[ask.askedBy], amount, until);
    return (
      <NextAction turn={room.side && !mine ? 'yours' : 'theirs'} icon="undo-2" title={title}>
        <UserText text={ask.reason} />
        {room.side && <RefundAnswer view={view} mine={mine} />}
      </NextAction>
    );
  }
  if (!room.can.has('ask_refund')) return null;
  return (
    <Disclosure summary={words.refundAsk} open={view.failure?.form === 'refund-requests'}>
      <DisputeForm
        view={view}
        noun="refund-requests"
        label={words.refundAsk}
        ids={{ amount: 'refund-amount', reason: 'refund-reason' }}
      >
        <p class="mute">{words.refundHint(formatNumber(reader, room.rules.refundHours))}</p>
        <MoneyInput
          name="amount"
          id="refund-amount"
          label={words.refundAmount}
          hint={words.wantedHint(formatMoney(reader, leftOf(view)))}
          required
        />
        <TextArea
          name="reason"
          id="refund-reason"
          label={words.refundReason}
          required
          rows={2}
          maxLength={2_000}
        />
        <Button kind="secondary">{words.refundSend}</Button>
      </DisputeForm>
    </Disclosure>
  );
}

function RefundAnswer({ view, mine }: ViewProps & { mine: boolean }) {
  const { dispute: words } = useWords();
  if (mine) {
    return (
      <PostButton
        action={pathOf(view, 'refund-withdrawal')}
        idempotencyKey={`refund-withdrawal-${view.key}`}
        kind="secondary"
      >
        {words.refundWithdraw}
      </PostButton>
    );
  }
  const action = pathOf(view, 'refund-answer');
  return (
    <Row>
      <PostButton
        action={action}
        fields={{ agreed: 'yes' }}
        idempotencyKey={`refund-yes-${view.key}`}
      >
        {words.refundAgree}
      </PostButton>
      <PostButton
        action={action}
        fields={{ agreed: 'no' }}
        idempotencyKey={`refund-no-${view.key}`}
        kind="quiet"
      >
        {words.refundRefuse}
      </PostButton>
    </Row>
  );
}
