import { formatDate, formatMoney, formatNumber } from '#platform/i18n';
import { decimalText } from '#platform/money';
import {
  Bdi,
  Button,
  Disclosure,
  Form,
  LinkButton,
  MoneyInput,
  NextAction,
  PostButton,
  Row,
  Stack,
  TextArea,
  TextInput,
  usePage,
  UserText,
} from '#ui';
import { topUpPath } from '#wallet';
import type { UpgradeToAdd } from '../../additions/upgrades-to-add.ts';
import { ordersWords } from '../../locales/index.ts';
import type { Ask } from '../../moves/order-asks.ts';
import { orderPath } from '../../order-paths.ts';
import { failureOf, type RoomView } from '../room-view.ts';

interface ViewProps {
  view: RoomView;
}

const MAX_TITLE = 100;
const MAX_NOTE = 2_000;

const useWords = () => ordersWords(usePage().reader).additions;
const pathOf = (view: RoomView, noun: string) => `${orderPath(view.order.orderId)}/${noun}`;

/** What the buyer may add now, each with its price and its button. */
export function UpgradesToAdd({ view }: ViewProps) {
  const { reader } = usePage();
  const words = useWords();
  return (
    <Disclosure summary={words.upgrades}>
      <Stack>
        <p class="mute">{words.upgradesText}</p>
        {view.order.state === 'delivered' && <p>{words.upgradesBack}</p>}
        <p>{words.balance(formatMoney(reader, view.balanceMinor))}</p>
        <ul class="additions">
          {view.upgrades.map((upgrade) => (
            <li key={upgrade.upgradeId}>
              <UpgradeLine view={view} upgrade={upgrade} />
            </li>
          ))}
        </ul>
      </Stack>
    </Disclosure>
  );
}

function UpgradeLine({ view, upgrade }: ViewProps & { upgrade: UpgradeToAdd }) {
  const words = useWords();
  const { upgradeId, title, priceMinor, days } = upgrade;
  return (
    <Stack gap={2}>
      <p>
        <Bdi>{title}</Bdi> <span class="mute">· {words.moreDays(days)}</span>
      </p>
      <Pay
        view={view}
        noun="upgrades"
        priceMinor={priceMinor}
        form={`upgrade-${upgradeId}`}
        fields={{
          upgrade: upgradeId,
          shownPriceMinor: priceMinor.toString(),
          shownDays: String(days),
        }}
        label={words.pay}
      />
    </Stack>
  );
}

interface PayProps extends ViewProps {
  noun: string;
  priceMinor: bigint;
  /** Names the form: its key is made of it. */
  form: string;
  fields: Record<string, string>;
  label: (amount: string) => string;
  kind?: 'primary' | 'secondary';
}

/** The button that pays; where the balance does not cover it, what is missing and the way to top up. */
function Pay({ view, noun, priceMinor, form, fields, label, kind = 'secondary' }: PayProps) {
  const { reader } = usePage();
  const words = useWords();
  const missingMinor = priceMinor - view.balanceMinor;
  const amount = formatMoney(reader, priceMinor);
  if (missingMinor > 0n) {
    const back = orderPath(view.order.orderId);
    return (
      <Row>
        <span>{words.missing(formatMoney(reader, missingMinor))}</span>
        <LinkButton
          kind="secondary"
          size="small"
          icon="wallet"
          href={topUpPath({ amount: decimalText(missingMinor), back })}
        >
          {words.topUp}
        </LinkButton>
      </Row>
    );
  }
  return (
    <PostButton
      action={pathOf(view, noun)}
      fields={fields}
      idempotencyKey={`${form}-${view.key}`}
      kind={kind}
      icon="plus"
    >
      {label(amount)}
    </PostButton>
  );
}

/** The seller's form for an extra with a price. */
export function ProposeAddition({ view }: ViewProps) {
  const { reader } = usePage();
  const words = useWords();
  const { addition } = view.rules;
  const failure = failureOf(view, 'addition');
  const [least, most] = [addition.minMinor, addition.maxMinor].map((sum) =>
    formatMoney(reader, sum),
  );
  return (
    <Disclosure summary={words.propose} open={failure !== undefined}>
      <Form
        action={pathOf(view, 'additions')}
        idempotencyKey={`addition-${view.key}`}
        errors={failure?.errors}
        values={failure?.values}
        aria-label={words.propose}
      >
        <Stack>
          <p class="mute">{words.proposeText(formatNumber(reader, addition.answerHours))}</p>
          <TextInput
            name="title"
            id="addition-title"
            label={words.title}
            required
            maxLength={MAX_TITLE}
          />
          <MoneyInput
            name="price"
            id="addition-price"
            label={words.price}
            hint={words.priceHint(least ?? '', most ?? '')}
            required
          />
          <TextInput
            name="days"
            id="addition-days"
            inputMode="numeric"
            value="0"
            label={words.days}
            hint={words.daysHint(formatNumber(reader, addition.mostDays))}
            required
          />
          <TextArea
            name="note"
            id="addition-note"
            label={words.note}
            rows={3}
            maxLength={MAX_NOTE}
          />
          <Button kind="secondary">{words.send}</Button>
        </Stack>
      </Form>
    </Disclosure>
  );
}

/** A proposed extra that waits: paid, declined, or taken back. */
export function AdditionAsked({ view, ask }: ViewProps & { ask: Ask }) {
  const { reader } = usePage();
  const words = useWords();
  const { side } = view;
  const amount = formatMoney(reader, ask.amountMinor ?? 0n);
  const title = (side === 'seller' ? words.waits : words.asked)(ask.title ?? '', amount);
  const until = formatDate(reader, ask.answerBy, 'weekdayDateTime');
  const back = side === 'buyer' && view.order.state === 'delivered';
  return (
    <NextAction turn={side === 'buyer' ? 'yours' : 'theirs'} icon="plus" title={title}>
      {ask.reason !== '' && <UserText text={ask.reason} />}
      <p>{words.until(words.moreDays(ask.days ?? 0), until)}</p>
      {back && <p>{words.backToWork}</p>}
      {side === 'buyer' && <AnswerAddition view={view} ask={ask} />}
      {side === 'seller' && (
        <PostButton
          action={pathOf(view, 'addition-withdrawal')}
          idempotencyKey={`addition-withdrawal-${view.key}`}
          kind="secondary"
        >
          {words.withdraw}
        </PostButton>
      )}
    </NextAction>
  );
}

function AnswerAddition({ view, ask }: ViewProps & { ask: Ask }) {
  const words = useWords();
  return (
    <Row>
      {view.can.has('agree_addition') && (
        <Pay
          view={view}
          noun="addition-answer"
          priceMinor={ask.amountMinor ?? 0n}
          form="addition-yes"
          fields={{ ask: ask.askId, agreed: 'yes' }}
          label={words.agreeAndPay}
          kind="primary"
        />
      )}
      <PostButton
        action={pathOf(view, 'addition-answer')}
        fields={{ ask: ask.askId, agreed: 'no' }}
        idempotencyKey={`addition-no-${view.key}`}
        kind="quiet"
      >
        {words.refuse}
      </PostButton>
    </Row>
  );
}
