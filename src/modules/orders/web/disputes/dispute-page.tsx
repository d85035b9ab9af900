import { formatDate } from '#platform/i18n';
import {
  Badge,
  Banner,
  Bdi,
  Breadcrumbs,
  DateTime,
  DetailList,
  Link,
  LinkButton,
  Money,
  PageHead,
  Panel,
  Row,
  Stack,
  usePage,
  UserText,
  Wrap,
} from '#ui';
import { ordersWords } from '../../locales/index.ts';
import { orderPath } from '../../order-paths.ts';
import type { Dispute } from '../../disputes/dispute.ts';
import { sharesAfter } from '../../disputes/split-money.ts';
import { AnswerForm, ClaimForm, JudgeForm, SplitForms, WithdrawForm } from './dispute-forms.tsx';
import type { DisputeView } from './dispute-view.ts';
import { RefundBox } from './refund-box.tsx';

interface ViewProps {
  view: DisputeView;
}

/** The dispute room, for both sides and staff: what was said, what is proposed, whose turn it is. */
export function DisputePage({ view }: ViewProps) {
  const all = ordersWords(usePage().reader);
  const words = all.dispute;
  const { dispute, room } = view;
  const { order } = room;
  return (
    <Wrap narrow>
      <PageHead
        title={dispute ? words.of(`\u2066#${order.code}\u2069`) : words.openTitle}
        lead={dispute ? undefined : words.openLead}
        crumbs={
          <Breadcrumbs
            items={[{ label: order.title, href: orderPath(order.orderId) }, { label: words.title }]}
          />
        }
      />
      <Stack gap={6}>
        <Gone view={view} />
        {dispute ? <Standing view={view} dispute={dispute} /> : null}
        <RefundBox view={view} />
        {room.can.has('open_dispute') && <ClaimForm view={view} />}
        {dispute && <Evidence orderId={order.orderId} />}
      </Stack>
    </Wrap>
  );
}

/** What came too late, with every word of it, so that nothing typed is lost. */
function Gone({ view }: ViewProps) {
  const words = ordersWords(usePage().reader);
  const refusal = view.failure?.tooLate;
  if (!refusal) return null;
  const said: Record<string, ((details: Record<string, unknown>) => string) | string> =
    words.refusals;
  const text = said[refusal.code];
  const typed = ['body', 'reason'].map((name) => view.failure?.values[name] ?? '').join('');
  return (
    <Banner tone="warn">
      <p>{typeof text === 'function' ? text(refusal.details) : text}</p>
      {typed !== '' && (
        <>
          <p>{words.dispute.typed}</p>
          <UserText text={typed} />
        </>
      )}
    </Banner>
  );
}

function Standing({ view, dispute }: ViewProps & { dispute: Dispute }) {
  const words = ordersWords(usePage().reader).dispute;
  return (
    <>
      <NextStep view={view} dispute={dispute} />
      {dispute.endedAt && <Ending view={view} dispute={dispute} />}
      {dispute.decidedReason && dispute.refundMinor !== null && (
        <Panel title={words.decision}>
          <SplitLines view={view} refundMinor={dispute.refundMinor} />
          <UserText text={dispute.decidedReason} />
        </Panel>
      )}
      {dispute.appeal && (
        <Panel title={words.appealed}>
          <UserText text={dispute.appeal} />
        </Panel>
      )}
      {dispute.proposedReason && dispute.proposedMinor !== null && (
        <Panel title={words.proposal}>
          <SplitLines view={view} refundMinor={dispute.proposedMinor} />
          <UserText text={dispute.proposedReason} />
          <SplitForms view={view} dispute={dispute} />
        </Panel>
      )}
      <Panel title={words.answer}>
        {dispute.answer ? <UserText text={dispute.answer} /> : <p class="mute">{words.noAnswer}</p>}
        {view.room.can.has('answer_dispute') && <AnswerForm view={view} />}
      </Panel>
      <ClaimPanel view={view} dispute={dispute} />
    </>
  );
}

/** Whose turn it is and until when, with the judge's form where the viewer judges. */
function NextStep({ view, dispute }: ViewProps & { dispute: Dispute }) {
  const { reader } = usePage();
  const all = ordersWords(reader);
  if (dispute.endedAt) return null;
  const until = dispute.dueAt ? formatDate(reader, dispute.dueAt, 'weekdayDateTime') : '';
  const mine = view.room.side === dispute.openedBy;
  const texts = {
    answer: mine || !view.room.side ? all.dispute.waitAnswer(until) : all.dispute.answerBy(until),
    proposal: all.dispute.waitProposal(until),
    acceptance: all.dispute.decideBy(until),
    appeal: all.dispute.waitAppeal(until),
    ended: all.dispute.ended,
    withdrawn: all.dispute.withdrawn,
  };
  return (
    <>
      <Banner tone="info">
        <p>{texts[dispute.phase]}</p>
        <p>{all.dispute.lead}</p>
      </Banner>
      {view.judges && <JudgeForm view={view} dispute={dispute} />}
    </>
  );
}

function Ending({ view, dispute }: ViewProps & { dispute: Dispute }) {
  const { reader } = usePage();
  const all = ordersWords(reader);
  const withdrawn = dispute.phase === 'withdrawn';
  return (
    <Panel title={withdrawn ? all.dispute.withdrawn : all.dispute.ended}>
      <Row between>
        <p>{dispute.outcome && all.acts[dispute.outcome]}</p>
        {dispute.endedAt && <DateTime at={dispute.endedAt} style="dateTime" class="mute" />}
      </Row>
      {dispute.refundMinor !== null && <SplitLines view={view} refundMinor={dispute.refundMinor} />}
    </Panel>
  );
}

/** How the price is shared when so much of it goes back. */
function SplitLines({ view, refundMinor }: ViewProps & { refundMinor: bigint }) {
  const words = ordersWords(usePage().reader).dispute;
  const { order } = view.room;
  // Once it is done, the order itself counts what went back.
  const before =
    order.state === 'disputed' ? order.refundedMinor : order.refundedMinor - refundMinor;
  const shares = sharesAfter(order, before + refundMinor);
  return (
    <DetailList
      items={[
        { label: words.toBuyer, value: <Money amountMinor={refundMinor} />, total: true },
        { label: words.toSeller, value: <Money amountMinor={shares.sellerMinor} /> },
        { label: words.commission, value: <Money amountMinor={shares.commissionMinor} /> },
      ]}
    />
  );
}

function ClaimPanel({ view, dispute }: ViewProps & { dispute: Dispute }) {
  const all = ordersWords(usePage().reader);
  const words = all.dispute;
  const { order } = view.room;
  const claimant = dispute.openedBy === 'buyer' ? order.buyerId : order.sellerId;
  return (
    <Panel title={words.claim}>
      <Stack>
        <Row between>
          <span>
            <Badge tone="neutral">{all.parties[dispute.openedBy]}</Badge>{' '}
            <Bdi>{view.names.get(claimant) ?? ''}</Bdi>
          </span>
          <DateTime at={dispute.openedAt} style="dateTime" class="mute" />
        </Row>
        <h3>{words.complaints[dispute.kind]}</h3>
        <UserText text={dispute.body} />
        <ul>
          {dispute.checks.map((check) => (
            <li key={check}>{(words.checks as Record<string, string>)[check] ?? check}</li>
          ))}
        </ul>
        <DetailList
          items={[
            { label: words.wants, value: <Money amountMinor={dispute.wantedMinor} />, total: true },
          ]}
        />
        {view.room.can.has('withdraw_dispute') && <WithdrawForm view={view} />}
      </Stack>
    </Panel>
  );
}

function Evidence({ orderId }: { orderId: string }) {
  const words = ordersWords(usePage().reader).dispute;
  return (
    <Panel>
      <p class="mute">{words.evidenceHint}</p>
      <Row>
        <LinkButton kind="secondary" icon="download" href={`${orderPath(orderId)}/evidence.zip`}>
          {words.evidence}
        </LinkButton>
        <LinkButton kind="secondary" icon="file-text" href={`${orderPath(orderId)}/evidence.pdf`}>
          {words.evidencePdf}
        </LinkButton>
        <Link href={orderPath(orderId)}>{words.toRoom}</Link>
      </Row>
    </Panel>
  );
}
