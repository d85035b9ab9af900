import { servicePath } from '#catalogue';
import { formatMoney, formatNumber } from '#platform/i18n';
import { decimalText } from '#platform/money';
import {
  Banner,
  Bdi,
  Button,
  DetailList,
  EmptyState,
  EscrowNotice,
  Form,
  Link,
  LinkButton,
  Money,
  PageHead,
  Panel,
  PostButton,
  Row,
  Select,
  Stack,
  useReader,
  WithAside,
  Wrap,
} from '#ui';
import { topUpPath } from '#wallet';
import type { OpenLine } from '../../cart/cart.ts';
import { cartPath } from '../../checkout-paths.ts';
import { checkoutWords } from '../../locales/index.ts';
import { MethodChoice } from '../method-choice.tsx';
import type { Quote } from '../../quote.ts';
import type { CartView } from './cart-view.ts';

export interface CartPageProps {
  view: CartView;
  idempotencyKey: string;
  /** Why a payment did not go through; nothing was taken. */
  trouble?: string;
  /** What was sent made no sense: an error rather than a change. */
  invalid?: boolean;
  method?: string;
  /** Chosen before signing in, not in the cart yet: a visit alone puts nothing there. */
  wanted?: Quote;
}

/** The cart: each service with its choice, what has changed, and one payment for all. */
export function CartPage(props: CartPageProps) {
  const words = checkoutWords(useReader()).cart;
  const { lines } = props.view;
  if (lines.length === 0) {
    return (
      <Wrap narrow>
        <Refused {...props} />
        <Wanted {...props} />
        <EmptyState
          level={1}
          title={words.empty}
          action={<LinkButton href="/services">{words.browse}</LinkButton>}
        >
          {words.emptyText}
        </EmptyState>
      </Wrap>
    );
  }
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <WithAside aside={<Pay {...props} />}>
        <Stack>
          <Refused {...props} />
          <Wanted {...props} />
          {lines.map((line) => (
            <Line key={line.serviceId} line={line} />
          ))}
        </Stack>
      </WithAside>
    </Wrap>
  );
}

function Refused({ trouble, invalid }: CartPageProps) {
  if (!trouble) return null;
  return (
    <Banner tone={invalid ? 'danger' : 'warn'}>
      <p>{trouble}</p>
    </Banner>
  );
}

/** Asks whether what was chosen before signing in goes into the cart. */
function Wanted({ wanted }: CartPageProps) {
  const words = checkoutWords(useReader()).cart;
  if (!wanted) return null;
  return (
    <Banner
      tone="info"
      icon="shopping-cart"
      action={
        <Form action={cartPath}>
          <input type="hidden" name="service" value={wanted.service.serviceId} />
          {wanted.lines.map(
            ({ upgradeId }) =>
              upgradeId && <input key={upgradeId} type="hidden" name="upgrade" value={upgradeId} />,
          )}
          <input type="hidden" name="quantity" value={wanted.quantity} />
          <Button size="small">{words.add}</Button>
        </Form>
      }
    >
      <p>
        {words.wanted} <Bdi>{wanted.service.title}</Bdi> · <Money amountMinor={wanted.priceMinor} />
      </p>
    </Banner>
  );
}

const QUANTITIES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

function Line({ line }: { line: OpenLine }) {
  const reader = useReader();
  const words = checkoutWords(reader);
  const { quote, serviceId } = line;
  const { service } = quote;
  const path = `${cartPath}/lines/${serviceId}`;
  return (
    <Panel
      title={
        <Link href={servicePath(service.number, service.title)}>
          <Bdi>{service.title}</Bdi>
        </Link>
      }
    >
      <Stack>
        <Trouble line={line} />
        <DetailList
          items={[
            ...(service.sellerName === ''
              ? []
              : [{ label: words.seller, value: <Bdi>{service.sellerName}</Bdi> }]),
            ...quote.lines
              .filter(({ kind }) => kind === 'upgrade')
              .map((upgrade) => ({
                label: <Bdi>{upgrade.title}</Bdi>,
                value: <Money amountMinor={upgrade.unitPriceMinor} />,
              })),
            { label: words.delivery, value: words.days(quote.deliveryDays) },
            { label: words.price, value: <Money amountMinor={quote.priceMinor} />, total: true },
          ]}
        />
        <Row between>
          <Form action={path} aria-label={words.quantity}>
            <Row>
              <Select
                name="quantity"
                id={`quantity-${serviceId}`}
                label={words.quantity}
                required
                value={String(quote.quantity)}
                options={QUANTITIES.map((n) => ({
                  value: String(n),
                  label: formatNumber(reader, n),
                }))}
              />
              <Button kind="quiet" size="small">
                {words.cart.update}
              </Button>
            </Row>
          </Form>
          <PostButton action={`${path}/removal`} kind="quiet" size="small" icon="trash-2">
            {words.cart.remove}
          </PostButton>
        </Row>
      </Stack>
    </Panel>
  );
}

/** What keeps a line from being bought, or is not as it was when it was added. */
function Trouble({ line }: { line: OpenLine }) {
  const reader = useReader();
  const words = checkoutWords(reader);
  const { blocked, quote } = line;
  const closed = quote.service.closed;
  if (blocked === 'own') return <Banner tone="warn">{words.refusals['own-service']}</Banner>;
  if (closed?.reason === 'queue-full') {
    return <Banner tone="warn">{words.queueFull(closed.limit)}</Banner>;
  }
  if (blocked) {
    const text = blocked === 'away' ? words.away : words.goneHint;
    return <Banner tone="warn">{text}</Banner>;
  }
  if (!line.changed) return null;
  const price = quote.priceMinor !== line.priceMinor;
  const text = price
    ? words.cart.priceWas(
        formatMoney(reader, line.priceMinor),
        formatMoney(reader, quote.priceMinor),
      )
    : words.cart.daysWere(words.days(line.deliveryDays), words.days(quote.deliveryDays));
  return <Banner tone="info">{text}</Banner>;
}

function Pay({ view, idempotencyKey, method }: CartPageProps) {
  const reader = useReader();
  const words = checkoutWords(reader);
  const { lines, missingMinor } = view;
  return (
    <Panel title={words.payTitle}>
      <Stack>
        <DetailList
          items={[
            { label: words.cart.services, value: formatNumber(reader, lines.length) },
            { label: words.price, value: <Money amountMinor={view.priceMinor} />, total: true },
          ]}
        />
        {!view.payable && <Banner tone="warn">{words.cart.blocked}</Banner>}
        {view.payable && missingMinor > 0n && (
          <Banner
            tone="info"
            action={
              <LinkButton
                size="small"
                kind="secondary"
                href={topUpPath({ amount: decimalText(missingMinor), back: cartPath })}
              >
                {words.topUpInstead}
              </LinkButton>
            }
          >
            <p>{words.balanceShort(formatMoney(reader, missingMinor))}</p>
          </Banner>
        )}
        {view.options.length > 0 && (
          <Form action={`${cartPath}/payment`} idempotencyKey={idempotencyKey}>
            <Stack>
              {lines.map(({ serviceId, quote }) => (
                <input
                  key={serviceId}
                  type="hidden"
                  name="line"
                  value={`${serviceId}.${quote.priceMinor}.${quote.deliveryDays}`}
                />
              ))}
              <input
                type="hidden"
                name="shownBalanceMinor"
                value={view.spendableMinor.toString()}
              />
              <MethodChoice
                options={view.options}
                spendableMinor={view.spendableMinor}
                method={method}
              />
              <Button block size="large">
                {words.cart.pay}
              </Button>
            </Stack>
          </Form>
        )}
        <EscrowNotice>
          <p>{words.cart.escrow}</p>
        </EscrowNotice>
      </Stack>
    </Panel>
  );
}
