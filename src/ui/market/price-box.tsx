import { type Reader, formatNumber } from '#platform/i18n';
import type { ComponentChildren } from 'preact';
import { useFormState } from '../fields/form-state.tsx';
import { useReader, useUiWords } from '../page-context.tsx';
import { Money } from '../text/money.tsx';

/** The large price at the head of the box; USD cents. */
export function PriceTag(props: { amountMinor: bigint; trimZeros?: boolean }) {
  return (
    <p class="price-tag">
      <Money amountMinor={props.amountMinor} trimZeros={props.trimZeros} />
    </p>
  );
}

/** The upgrades of a service under their name, as one group. */
export function UpgradeList(props: { title: string; children: ComponentChildren }) {
  return (
    <fieldset class="upgrades">
      <legend>{props.title}</legend>
      {props.children}
    </fieldset>
  );
}

export interface UpgradeOptionProps {
  /** Name of the checkbox; several upgrades share one name and differ in value. */
  name: string;
  value: string;
  title: string;
  /** Cents added to the total. */
  priceMinor: bigint;
  /** Days added (negative: taken away). */
  days?: number;
  /** «يوم إضافي», «أسرع بيومين». */
  note?: ComponentChildren;
  checked?: boolean;
}

/** An upgrade one may tick; `PriceTotal` in the same form counts it. */
export function UpgradeOption(props: UpgradeOptionProps) {
  const kept = useFormState().values[props.name];
  const id = `${props.name}-${props.value}`;
  return (
    <label class="upgrade" for={id}>
      <input
        type="checkbox"
        id={id}
        name={props.name}
        value={props.value}
        checked={kept === undefined ? props.checked : kept.includes(props.value)}
        data-price-minor={String(props.priceMinor)}
        data-days={props.days ?? 0}
      />
      <span class="upgrade-words">
        <bdi>{props.title}</bdi>
        {props.note && <small>{props.note}</small>}
      </span>
      <Money amountMinor={props.priceMinor} sign="always" trimZeros class="upgrade-price" />
    </label>
  );
}

export interface PriceTotalProps {
  /** Price without upgrades, cents, for one. */
  baseMinor: bigint;
  /** The total as the server knows it now (with the upgrades ticked). */
  totalMinor: bigint;
  baseDays?: number;
  totalDays?: number;
  label?: string;
  /** Quantity multiplies the time as well as the price, when the seller says so (SPEC 2.3). */
  quantityMultipliesDays?: boolean;
  /** Beside the days: «التسليم خلال». */
  daysLabel?: string;
}

function daysText(reader: Reader, words: ReturnType<typeof useUiWords>, days: number): string {
  return days < 1 ? formatNumber(reader, days) : words.days(days);
}

/**
 * The sum of price and ticked upgrades, live with JavaScript; quantity is the field named `quantity`
 * and multiplies the price, and the time only when asked to (SPEC 2.3). Put it inside the form it counts.
 */
export function PriceTotal(props: PriceTotalProps) {
  const reader = useReader();
  const words = useUiWords();
  const { baseMinor, totalMinor, baseDays, totalDays = baseDays } = props;
  return (
    <div
      class="price-total"
      data-island="price-total"
      data-base-minor={String(baseMinor)}
      data-base-days={baseDays}
      data-times-days={props.quantityMultipliesDays ? 'yes' : undefined}
      data-locale={`${reader.locale}-u-nu-${reader.digits}`}
      data-day-forms={JSON.stringify(words.dayForms)}
    >
      {totalDays !== undefined && (
        <p class="price-row">
          <span>{props.daysLabel}</span>
          <output data-total-days>{daysText(reader, words, totalDays)}</output>
        </p>
      )}
      <p class="price-row price-row-total">
        <span>{props.label ?? words.total}</span>
        <output data-total>
          <Money amountMinor={totalMinor} />
        </output>
      </p>
    </div>
  );
}
