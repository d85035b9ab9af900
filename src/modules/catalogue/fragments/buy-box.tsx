import {
  Button,
  EscrowNotice,
  Form,
  IconFacts,
  Panel,
  PriceTag,
  PriceTotal,
  Select,
  sitePaths,
  UpgradeOption,
  usePage,
  useReader,
} from '#ui';
import { formatNumber } from '#platform/i18n';
import { catalogueWords } from '../locales/index.ts';
import type { Upgrade } from '../service.ts';

export interface BuyBoxProps {
  serviceId: string;
  basePriceMinor: bigint;
  deliveryDays: number;
  changesIncluded: number;
  quantityMultipliesTime: boolean;
  upgrades: readonly Pick<Upgrade, 'upgradeId' | 'title' | 'priceMinor' | 'daysDelta'>[];
  salesCount: number;
  /** Hours past due after which the buyer may have the money back. */
  lateHours: number;
  /** Nothing can be bought here: one's own service, a preview, a paused one. */
  closed: boolean;
}

/** Posts the same choice to the cart; the token goes with this button alone. A stranger signs in, then confirms. */
function AddToCart() {
  const page = usePage();
  const words = catalogueWords(page.reader).service;
  const posted =
    page.viewer && page.csrfToken !== undefined
      ? ({ name: '_csrf', value: page.csrfToken, formMethod: 'post' } as const)
      : {};
  return (
    <Button
      kind="secondary"
      block
      icon="shopping-cart"
      {...posted}
      formAction={page.href(sitePaths.cart)}
    >
      {words.addToCart}
    </Button>
  );
}

const QUANTITIES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

/** Price, what is included, upgrades with the total, and where the money stays. A GET form: no token needed. */
export function BuyBox(props: BuyBoxProps) {
  const reader = useReader();
  const words = catalogueWords(reader).service;
  return (
    <Panel class="buy-box">
      <Form action="/checkout" method="get">
        <PriceTag amountMinor={props.basePriceMinor} />
        <IconFacts
          items={[
            { icon: 'clock', text: words.delivery(props.deliveryDays) },
            { icon: 'rotate-ccw', text: words.changes(props.changesIncluded) },
            { icon: 'check', text: words.sold(props.salesCount) },
          ]}
        />
        <input type="hidden" name="service" value={props.serviceId} />
        {props.upgrades.length > 0 && (
          <fieldset class="upgrades">
            <legend>{words.upgrades}</legend>
            {props.upgrades.map((upgrade) => (
              <UpgradeOption
                key={upgrade.upgradeId}
                name="upgrade"
                value={upgrade.upgradeId}
                title={upgrade.title}
                priceMinor={upgrade.priceMinor}
                days={upgrade.daysDelta}
                note={daysNote(words, upgrade.daysDelta)}
              />
            ))}
          </fieldset>
        )}
        {!props.closed && (
          <>
            <Select
              name="quantity"
              label={words.quantity}
              required
              hint={props.quantityMultipliesTime ? words.quantityNoteTime : words.quantityNote}
              value="1"
              options={QUANTITIES.map((n) => ({
                value: String(n),
                label: formatNumber(reader, n),
              }))}
            />
            <PriceTotal
              baseMinor={props.basePriceMinor}
              totalMinor={props.basePriceMinor}
              baseDays={props.deliveryDays}
              daysLabel={words.deliveryLabel}
            />
            <Button block size="large">
              {words.buy}
            </Button>
            <AddToCart />
            <p class="mute">{words.balanceNote}</p>
          </>
        )}
      </Form>
      <EscrowNotice>{words.escrow(props.lateHours)}</EscrowNotice>
    </Panel>
  );
}

function daysNote(
  words: { daysMore(n: number): string; daysLess(n: number): string },
  days: number,
) {
  if (days === 0) return undefined;
  return days > 0 ? words.daysMore(days) : words.daysLess(-days);
}
