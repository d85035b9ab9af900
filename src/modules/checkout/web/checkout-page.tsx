import { formatMoney } from '#platform/i18n';
import { decimalText } from '#platform/money';
import { type Closure, servicePath } from '#catalogue';
import {
  Banner,
  Bdi,
  Button,
  DateTime,
  DetailList,
  EmptyState,
  ErrorSummary,
  EscrowNotice,
  Form,
  LinkButton,
  Money,
  PageHead,
  Panel,
  RadioGroup,
  Stack,
  useReader,
  WithAside,
  Wrap,
} from '#ui';
import { topUpPath } from '#wallet';
import { type BalanceChanged, DeliveryChanged, PriceChanged } from '../checkout-errors.ts';
import { checkoutPath } from '../checkout-paths.ts';
import { checkoutWords } from '../locales/index.ts';
import type { CheckoutView, PaymentOption } from './checkout-view.ts';

export interface CheckoutPageProps {
  view: CheckoutView;
  idempotencyKey: string;
  /** What is not as another page showed it. */
  change?: PriceChanged | DeliveryChanged | BalanceChanged;
  errors?: Record<string, string>;
  method?: string;
}

/** The last page before the money is reserved: the choice, the sum, the ways to pay with their fees. */
export function CheckoutPage(props: CheckoutPageProps) {
  const words = checkoutWords(useReader());
  const { quote, own } = props.view;
  if (!quote.service.sellable || own) return <NotForSale {...props} />;
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <WithAside aside={<Pay {...props} />}>
        <Stack>
          {props.change && <Change change={props.change} />}
          <Panel title={words.yourChoice}>
            <Lines view={props.view} />
            <p class="hint">{words.deliveryNote}</p>
          </Panel>
          <LinkButton kind="quiet" href={servicePath(quote.service.number, quote.service.title)}>
            {words.backToService}
          </LinkButton>
        </Stack>
      </WithAside>
    </Wrap>
  );
}

function NotForSale({ view }: CheckoutPageProps) {
  const words = checkoutWords(useReader());
  const { service } = view.quote;
  return (
    <Wrap narrow>
      <EmptyState
        level={1}
        title={words.gone}
        action={
          <LinkButton href={servicePath(service.number, service.title)}>
            {words.backToService}
          </LinkButton>
        }
      >
        <p>{view.own ? words.refusals['own-service'] : goneHint(words, service.closed)}</p>
        {!view.own && service.closed?.reason === 'away' && (
          <p>
            {words.returns} <DateTime at={service.closed.returnsAt} />
          </p>
        )}
      </EmptyState>
    </Wrap>
  );
}

function goneHint(words: ReturnType<typeof checkoutWords>, closed: Closure | undefined): string {
  if (closed?.reason === 'queue-full') return words.queueFull(closed.limit);
  return closed?.reason === 'away' ? words.away : words.goneHint;
}

function Change({ change }: { change: NonNullable<CheckoutPageProps['change']> }) {
  const reader = useReader();
  const words = checkoutWords(reader).changes;
  let text = words.balance;
  if (change instanceof PriceChanged) {
    text = words.price(
      formatMoney(reader, change.shownMinor),
      formatMoney(reader, change.priceMinor),
    );
  } else if (change instanceof DeliveryChanged) {
    const { days } = checkoutWords(reader);
    text = words.delivery(days(change.shownDays), days(change.deliveryDays));
  }
  return (
    <Banner tone="warn" title={words.title}>
      <p>{text}</p>
    </Banner>
  );
}

function Lines({ view }: { view: CheckoutView }) {
  const words = checkoutWords(useReader());
  const { quote } = view;
  return (
    <DetailList
      items={[
        ...quote.lines.map((line) => ({
          label: <Bdi>{line.title}</Bdi>,
          value: <Money amountMinor={line.unitPriceMinor} />,
        })),
        ...(quote.quantity > 1
          ? [{ label: words.quantity, value: words.times(quote.quantity) }]
          : []),
        { label: words.seller, value: <Bdi>{quote.service.sellerName}</Bdi> },
        { label: words.delivery, value: words.days(quote.deliveryDays) },
        { label: words.price, value: <Money amountMinor={quote.priceMinor} />, total: true },
      ]}
    />
  );
}

function Pay({ view, idempotencyKey, errors, method }: CheckoutPageProps) {
  const reader = useReader();
  const words = checkoutWords(reader);
  const { quote, options, missingMinor } = view;
  return (
    <Panel title={words.payTitle}>
      <Stack>
        {missingMinor > 0n && (
          <Banner
            tone="info"
            action={
              <LinkButton
                size="small"
                kind="secondary"
                href={topUpPath({ amount: decimalText(missingMinor), back: choicePath(quote) })}
              >
                {words.topUpInstead}
              </LinkButton>
            }
          >
            <p>{words.balanceShort(formatMoney(reader, missingMinor))}</p>
          </Banner>
        )}
        {options.length > 0 && (
          <Form action="/checkout" idempotencyKey={idempotencyKey} errors={errors}>
            <Stack>
              <ErrorSummary errors={errors} />
              <input type="hidden" name="service" value={quote.service.serviceId} />
              {quote.lines.map((line) =>
                line.upgradeId ? (
                  <input key={line.upgradeId} type="hidden" name="upgrade" value={line.upgradeId} />
                ) : null,
              )}
              <input type="hidden" name="quantity" value={String(quote.quantity)} />
              <input type="hidden" name="shownPriceMinor" value={quote.priceMinor.toString()} />
              <input type="hidden" name="shownDays" value={String(quote.deliveryDays)} />
              <input
                type="hidden"
                name="shownBalanceMinor"
                value={view.spendableMinor.toString()}
              />
              <RadioGroup
                name="method"
                label={words.payTitle}
                hideLabel
                options={options.map((option) => ({
                  value: option.method,
                  ...optionText(reader, view, option),
                }))}
                value={
                  options.find((option) => option.method === method)?.method ?? options[0]?.method
                }
              />
              <Button block size="large">
                {words.buy}
              </Button>
            </Stack>
          </Form>
        )}
        <EscrowNotice>
          <p>{words.escrow}</p>
        </EscrowNotice>
      </Stack>
    </Panel>
  );
}

/** This very page again. */
function choicePath({ service, lines, quantity }: CheckoutView['quote']): string {
  const upgradeIds = lines.flatMap((line) => line.upgradeId ?? []);
  return checkoutPath({ serviceId: service.serviceId, upgradeIds, quantity });
}

function optionText(
  reader: ReturnType<typeof useReader>,
  view: CheckoutView,
  option: PaymentOption,
) {
  const words = checkoutWords(reader);
  const money = (amountMinor: bigint) => formatMoney(reader, amountMinor);
  if (option.method === 'balance') {
    return { label: words.balance, hint: words.balanceHint(money(view.spendableMinor)) };
  }
  if (option.method === 'gateway') {
    const total = option.byGatewayMinor + option.feeMinor;
    return { label: words.gateway, hint: words.gatewayHint(money(option.feeMinor), money(total)) };
  }
  const { fromBalanceMinor, byGatewayMinor, feeMinor } = option;
  return {
    label: words.mixed,
    hint: words.mixedHint(
      money(fromBalanceMinor),
      money(byGatewayMinor + feeMinor),
      money(feeMinor),
    ),
  };
}
