import { formatMoney } from '#platform/i18n';
import { decimalText } from '#platform/money';
import { type Closure, servicePath } from '#catalogue';
import type { Order } from '#orders';
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
  Stack,
  UserText,
  useReader,
  WithAside,
  Wrap,
} from '#ui';
import { topUpPath } from '#wallet';
import { type BalanceChanged, DeliveryChanged, PriceChanged } from '../checkout-errors.ts';
import { cartPath, checkoutPath, offerPath, payOfferPath } from '../checkout-paths.ts';
import { checkoutWords } from '../locales/index.ts';
import type { CheckoutView } from './checkout-view.ts';
import { MethodChoice } from './method-choice.tsx';

export interface CheckoutPageProps {
  view: CheckoutView;
  idempotencyKey: string;
  /** What is not as another page showed it. */
  change?: PriceChanged | DeliveryChanged | BalanceChanged;
  /** The order that is bought again: what is not as it was then is told. */
  again?: Order;
  errors?: Record<string, string>;
  method?: string;
}

/** The last page before the money is reserved: the choice, the sum, the ways to pay with their fees. */
export function CheckoutPage(props: CheckoutPageProps) {
  const words = checkoutWords(useReader());
  const { quote, own } = props.view;
  const { offer } = props.view;
  if ((!offer && !quote.service.sellable) || own) return <NotForSale {...props} />;
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <WithAside aside={<Pay {...props} />}>
        <Stack>
          {props.change && <Change change={props.change} />}
          {props.again && <SinceThen order={props.again} view={props.view} />}
          <Panel title={words.yourChoice}>
            <Lines view={props.view} />
            {offer && <UserText text={offer.scope} />}
            <p class="hint">{words.deliveryNote}</p>
          </Panel>
          {offer ? (
            <LinkButton kind="quiet" href={offerPath(offer)}>
              {words.backToOffer}
            </LinkButton>
          ) : (
            <LinkButton kind="quiet" href={servicePath(quote.service.number, quote.service.title)}>
              {words.backToService}
            </LinkButton>
          )}
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

/** What is not as it was in the order that is bought again; nothing when all is. */
function SinceThen({ order, view }: { order: Order; view: CheckoutView }) {
  const reader = useReader();
  const { changes, days } = checkoutWords(reader);
  const { quote } = view;
  const offered = new Set(quote.lines.map(({ upgradeId }) => upgradeId));
  const gone = order.items.filter(({ upgradeId }) => upgradeId && !offered.has(upgradeId));
  const told = [
    gone.length > 0 && changes.againUpgrades(gone.map(({ title }) => title).join('، ')),
    order.priceMinor !== quote.priceMinor &&
      changes.againPrice(
        formatMoney(reader, order.priceMinor),
        formatMoney(reader, quote.priceMinor),
      ),
    order.deliveryDays !== quote.deliveryDays &&
      changes.againDays(days(order.deliveryDays), days(quote.deliveryDays)),
  ].filter((one) => one !== false);
  if (told.length === 0) return null;
  return (
    <Banner tone="info" title={changes.againTitle}>
      {told.map((text) => (
        <p key={text}>{text}</p>
      ))}
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
              {quote.offerId === undefined ? (
                <input type="hidden" name="service" value={quote.service.serviceId} />
              ) : (
                <input type="hidden" name="offer" value={quote.offerId} />
              )}
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
              <MethodChoice
                options={options}
                spendableMinor={view.spendableMinor}
                method={method}
              />
              <Button block size="large">
                {words.buy}
              </Button>
            </Stack>
          </Form>
        )}
        {quote.offerId === undefined && <AddToCart quote={quote} />}
        <EscrowNotice>
          <p>{words.escrow}</p>
        </EscrowNotice>
      </Stack>
    </Panel>
  );
}

/** The same choice into the cart, to be paid for with others. */
function AddToCart({ quote }: { quote: CheckoutView['quote'] }) {
  const words = checkoutWords(useReader());
  return (
    <Form action={cartPath} aria-label={words.cart.add}>
      <input type="hidden" name="service" value={quote.service.serviceId} />
      {quote.lines.map((line) =>
        line.upgradeId ? (
          <input key={line.upgradeId} type="hidden" name="upgrade" value={line.upgradeId} />
        ) : null,
      )}
      <input type="hidden" name="quantity" value={String(quote.quantity)} />
      <Button kind="secondary" block icon="shopping-cart">
        {words.cart.add}
      </Button>
    </Form>
  );
}

/** This very page again. */
function choicePath({ service, lines, quantity, offerId }: CheckoutView['quote']): string {
  if (offerId !== undefined) return payOfferPath(offerId);
  const upgradeIds = lines.flatMap((line) => line.upgradeId ?? []);
  return checkoutPath({ serviceId: service.serviceId, upgradeIds, quantity });
}
