import { formatMoney } from '#platform/i18n';
import {
  Button,
  Checkbox,
  Disclosure,
  ErrorSummary,
  fieldId,
  Form,
  MoneyInput,
  Panel,
  PostButton,
  Stack,
  Tabs,
  TextArea,
  usePage,
} from '#ui';
import type { ComponentChildren } from 'preact';
import { ordersWords } from '../../locales/index.ts';
import { orderPath } from '../../order-paths.ts';
import { CHECKS, type Dispute } from '../../disputes/dispute.ts';
import type { DisputeView } from './dispute-view.ts';

const MAX_TEXT = 5_000;

export interface ViewProps {
  view: DisputeView;
}

export const useWords = () => ordersWords(usePage().reader);
export const pathOf = (view: DisputeView, noun: string) =>
  `${orderPath(view.room.order.orderId)}/${noun}`;
export const leftOf = ({ room: { order } }: DisputeView) => order.priceMinor - order.refundedMinor;

/** A form of the dispute's page, with what stood in it when it came back refused. */
export function DisputeForm(props: {
  view: DisputeView;
  noun: string;
  label: string;
  /** Of fields that share their name with another form's of the page. */
  ids?: Readonly<Record<string, string>>;
  children: ComponentChildren;
}) {
  const { view, noun } = props;
  const failure = view.failure?.form === noun ? view.failure : undefined;
  return (
    <Form
      action={pathOf(view, noun)}
      idempotencyKey={`${noun}-${view.key}`}
      errors={failure?.errors}
      values={failure?.values}
      aria-label={props.label}
    >
      <Stack>
        <ErrorSummary ids={props.ids} />
        {props.children}
      </Stack>
    </Form>
  );
}

/** The claim, with the checklist of its kind; another kind is another address. */
export function ClaimForm({ view }: ViewProps) {
  const { reader } = usePage();
  const { dispute: words } = useWords();
  const path = pathOf(view, 'dispute');
  const wrong = view.failure?.form === 'dispute' ? view.failure.errors.checks : undefined;
  const tabs = view.complaints.map((kind) => ({
    href: `${path}?kind=${kind}`,
    label: words.complaints[kind],
    current: kind === view.kind,
  }));
  return (
    <Panel>
      <Stack gap={4}>
        {tabs.length > 1 && <Tabs label={words.what} items={tabs} />}
        <DisputeForm
          view={view}
          noun="dispute"
          label={words.openTitle}
          ids={{ checks: fieldId(`check-${CHECKS[view.kind][0]}`) }}
        >
          <input type="hidden" name="kind" value={view.kind} />
          <h2 id={fieldId('kind')}>{words.complaints[view.kind]}</h2>
          <p>{words.needs}</p>
          <div>
            {CHECKS[view.kind].map((check, index) => (
              <Checkbox
                key={check}
                name={`check-${check}`}
                error={index === 0 ? wrong : undefined}
                label={(words.checks as Record<string, string>)[check] ?? check}
                required
              />
            ))}
          </div>
          <Telling label={words.body} />
          <MoneyInput
            name="amount"
            label={words.wanted}
            hint={words.wantedHint(formatMoney(reader, leftOf(view)))}
            required
          />
          <Button kind="danger">{words.send}</Button>
        </DisputeForm>
      </Stack>
    </Panel>
  );
}

/** What happened, as one of the two tells it. */
function Telling({ label }: { label: string }) {
  const { bodyHint } = useWords().dispute;
  return <TextArea name="body" label={label} hint={bodyHint} required maxLength={MAX_TEXT} />;
}

export function AnswerForm({ view }: ViewProps) {
  const { dispute: words } = useWords();
  return (
    <DisputeForm view={view} noun="dispute-answer" label={words.answerBody}>
      <Telling label={words.answerBody} />
      <Button>{words.answerSend}</Button>
    </DisputeForm>
  );
}

export function WithdrawForm({ view }: ViewProps) {
  const { dispute: words } = useWords();
  return (
    <Disclosure summary={words.withdraw}>
      <Stack>
        <p>{words.withdrawHint}</p>
        <PostButton
          action={pathOf(view, 'dispute-withdrawal')}
          idempotencyKey={`withdrawal-${view.key}`}
          kind="secondary"
        >
          {words.withdraw}
        </PostButton>
      </Stack>
    </Disclosure>
  );
}

/** Accepting the proposed split, or asking another judge. */
export function SplitForms({ view, dispute }: ViewProps & { dispute: Dispute }) {
  const { dispute: words } = useWords();
  const { side, can } = view.room;
  if (dispute.phase !== 'acceptance' || !side) return null;
  const accepted = { buyer: dispute.buyerAcceptedAt, seller: dispute.sellerAcceptedAt };
  if (accepted[side]) return <p>{words.accepted}</p>;
  const theirs = accepted[side === 'buyer' ? 'seller' : 'buyer'];
  return (
    <Stack>
      {theirs && <p>{words.theyAccepted}</p>}
      <PostButton
        action={pathOf(view, 'dispute-acceptance')}
        idempotencyKey={`acceptance-${view.key}`}
        icon="circle-check"
      >
        {words.accept}
      </PostButton>
      {can.has('appeal_split') && (
        <Disclosure summary={words.appeal} open={view.failure?.form === 'dispute-appeal'}>
          <DisputeForm
            view={view}
            noun="dispute-appeal"
            label={words.appeal}
            ids={{ body: 'appeal-body' }}
          >
            <p class="mute">{words.appealHint}</p>
            <TextArea
              name="body"
              id="appeal-body"
              label={words.appealBody}
              required
              maxLength={MAX_TEXT}
            />
            <Button kind="secondary">{words.appealSend}</Button>
          </DisputeForm>
        </Disclosure>
      )}
    </Stack>
  );
}

/** The judge's form: how much goes back, and why. */
export function JudgeForm({ view, dispute }: ViewProps & { dispute: Dispute }) {
  const { reader } = usePage();
  const all = useWords();
  const appeal = view.judges === 'appeal';
  const label = appeal ? all.desk.decide : all.desk.propose;
  return (
    <Panel title={label}>
      <DisputeForm
        view={view}
        noun={appeal ? 'dispute-decision' : 'dispute-proposal'}
        label={label}
        ids={{ amount: 'judge-amount', reason: 'judge-reason' }}
      >
        <MoneyInput
          name="amount"
          id="judge-amount"
          label={all.desk.amount}
          hint={all.dispute.wantedHint(formatMoney(reader, leftOf(view)))}
          valueMinor={dispute.proposedMinor ?? undefined}
          required
        />
        <TextArea
          name="reason"
          id="judge-reason"
          label={all.desk.reason}
          required
          maxLength={MAX_TEXT}
        />
        {appeal && <p class="mute">{all.desk.decideHint}</p>}
        <Button>{label}</Button>
      </DisputeForm>
    </Panel>
  );
}
