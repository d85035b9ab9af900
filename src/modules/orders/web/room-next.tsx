import { formatDate, formatDuration, formatMoney } from '#platform/i18n';
import { LinkButton, NextAction, usePage, UserText } from '#ui';
import type { ComponentChildren } from 'preact';
import { ordersWords, type OrdersWords } from '../locales/index.ts';
import { AdditionAsked } from './additions/addition-panels.tsx';
import {
  AcceptForms,
  AnswerCancellationForm,
  AnswerExtensionForm,
  CancelForm,
  DeliveryForm,
} from './room-forms.tsx';
import { RequirementsForm } from './requirements-form.tsx';
import { orderPath } from '../order-paths.ts';
import type { RoomView } from './room-view.ts';

interface Next {
  turn: 'yours' | 'theirs' | 'nobody';
  title: string;
  text: string;
  extra?: string;
  form?: ComponentChildren;
}

/** What happens next, whose turn it is, and the one act that answers it. */
export function RoomNext({ view }: { view: RoomView }) {
  const { reader } = usePage();
  const words = ordersWords(reader);
  const say = (at: Date | null | undefined) =>
    at ? formatDate(reader, at, 'weekdayDateTime') : '';
  const asked = <AskedOfMe view={view} words={words} say={say} />;
  const next = nextOf({
    view,
    words,
    say,
    lateBy: view.order.dueAt
      ? formatDuration(reader, view.now.getTime() - view.order.dueAt.getTime())
      : '',
    share: formatMoney(reader, view.shares.sellerMinor),
  });
  return (
    <>
      {asked}
      <NextAction turn={view.side ? next.turn : 'nobody'} title={next.title}>
        <p>{next.text}</p>
        {next.extra && <p>{next.extra}</p>}
        {next.form}
      </NextAction>
    </>
  );
}

type Say = (at: Date | null | undefined) => string;

interface Telling {
  view: RoomView;
  words: OrdersWords;
  say: Say;
  lateBy: string;
  share: string;
}

function nextOf(telling: Telling): Next {
  const { view, words, say, share } = telling;
  const { order, side } = view;
  const mine = side !== 'seller';
  const next = words.next;
  switch (order.state) {
    case 'awaiting_requirements': {
      const until = say(view.requirementsEndAt);
      return side === 'buyer'
        ? {
            turn: 'yours',
            title: next.giveRequirements,
            text: next.giveRequirementsText(until),
            form: <RequirementsForm view={view} />,
          }
        : { turn: 'theirs', title: next.waitRequirements, text: next.waitRequirementsText(until) };
    }
    case 'in_progress':
      return side === 'seller' ? sellerWorks(telling) : buyerWaits(telling);
    case 'disputed':
      return {
        turn: 'nobody',
        title: words.dispute.disputedTitle,
        text: words.dispute.disputedText,
        form: <DisputeLink view={view} />,
      };
    case 'delivered': {
      const until = say(order.acceptanceEndsAt);
      return side === 'buyer'
        ? {
            turn: 'yours',
            title: order.changesUsed < order.changesIncluded ? next.accept : next.acceptOnly,
            text: next.acceptText(until),
            form: <AcceptForms view={view} />,
          }
        : { turn: 'theirs', title: next.waitAcceptance, text: next.waitAcceptanceText(until) };
    }
    case 'completed': {
      const text = mine
        ? next.completedBuyer(say(view.guaranteeEndsAt))
        : next.completedSeller(share, say(view.clearsAt));
      return { turn: 'nobody', title: next.completed, text };
    }
    case 'closed':
      return { turn: 'nobody', title: next.closed, text: next.closedText };
    case 'cancelled':
      return { turn: 'nobody', title: next.cancelled, text: next.cancelledText };
  }
}

function sellerWorks({ view, words, say, lateBy }: Telling): Next {
  const { order, now } = view;
  const late = order.dueAt !== null && now > order.dueAt;
  return {
    turn: 'yours',
    title: order.deliveredAt ? words.next.deliverAgain : words.next.deliver,
    text: late ? words.next.deliverLate(lateBy) : words.next.deliverText(say(order.dueAt)),
    form: <DeliveryForm view={view} />,
  };
}

function buyerWaits({ view, words, say, lateBy }: Telling): Next {
  const { order, now, can } = view;
  const late = order.dueAt !== null && now > order.dueAt;
  const mayCancel = can.has('cancel');
  const why = order.sellerSpokeAt === null ? words.next.mayCancelSilent : words.next.mayCancelLate;
  return {
    turn: mayCancel ? 'yours' : 'theirs',
    title: words.next.waitDelivery,
    text: late
      ? words.next.waitDeliveryLate(lateBy)
      : words.next.waitDeliveryText(say(order.dueAt)),
    extra: mayCancel ? why : undefined,
    form: mayCancel ? <CancelForm view={view} /> : undefined,
  };
}

/** A question of the other side that waits for an answer, or one's own that does. */
function AskedOfMe({ view, words, say }: { view: RoomView; words: OrdersWords; say: Say }) {
  const {
    openExtension: extension,
    openCancellation: cancellation,
    openRefund,
    openAddition,
    side,
    order,
  } = view;
  const next = words.next;
  const stands = order.firstDeliveredAt !== null;
  return (
    <>
      {openRefund && (
        <NextAction
          turn={side && side !== openRefund.askedBy ? 'yours' : 'theirs'}
          icon="undo-2"
          title={words.acts.ask_refund}
        >
          <UserText text={openRefund.reason} />
          <DisputeLink view={view} />
        </NextAction>
      )}
      {openAddition && <AdditionAsked view={view} ask={openAddition} />}
      {extension && (
        <NextAction
          turn={side === 'buyer' ? 'yours' : 'theirs'}
          icon="calendar-clock"
          title={(side === 'seller' ? next.extensionWaits : next.extensionAsked)(
            words.days(extension.days ?? 0),
            say(extension.answerBy),
          )}
        >
          <UserText text={extension.reason} />
          {side === 'buyer' && <AnswerExtensionForm view={view} />}
        </NextAction>
      )}
      {cancellation && (
        <NextAction
          turn={side && side !== cancellation.askedBy ? 'yours' : 'theirs'}
          icon="undo-2"
          title={cancellationTitle({
            words,
            mine: side === cancellation.askedBy,
            stands,
            askedBy: cancellation.askedBy,
            until: say(cancellation.answerBy),
          })}
        >
          <UserText text={cancellation.reason} />
          {side && <AnswerCancellationForm view={view} mine={side === cancellation.askedBy} />}
        </NextAction>
      )}
    </>
  );
}

function cancellationTitle(of: {
  words: OrdersWords;
  mine: boolean;
  stands: boolean;
  askedBy: 'buyer' | 'seller';
  until: string;
}): string {
  const { next, parties } = of.words;
  if (of.mine) return (of.stands ? next.cancellationWaitsAfter : next.cancellationWaits)(of.until);
  return (of.stands ? next.cancellationAskedAfter : next.cancellationAsked)(
    parties[of.askedBy],
    of.until,
  );
}

/** To the page where refunds are agreed and disputes are held. */
function DisputeLink({ view }: { view: RoomView }) {
  const words = ordersWords(usePage().reader).dispute;
  return (
    <LinkButton kind="secondary" href={`${orderPath(view.order.orderId)}/dispute`}>
      {view.order.state === 'disputed' ? words.toDispute : words.problem}
    </LinkButton>
  );
}
