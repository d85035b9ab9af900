import { formatMoney, formatNumber } from '#platform/i18n';
import { Chip, ChipRow, FilterPanel, RadioGroup, useReader } from '#ui';
import type { ListingCount, ListingFilters } from '../listing/list-cards.ts';
import { catalogueWords } from '../locales/index.ts';

export interface ListingFiltersProps {
  /** Path of the list. */
  action: string;
  clearHref: string;
  /** What must stay in the address besides the filters: the sort, the query. */
  hidden: Readonly<Record<string, string>>;
  filters: ListingFilters;
  counts: readonly ListingCount[];
}

const PRICES = [500n, 1_000n, 1_500n, 2_000n] as const;
const DAYS = [1, 3, 7, 14] as const;

/** Price and delivery filters, each choice with how many services it would leave. */
export function ListingFilterPanel(props: ListingFiltersProps) {
  const reader = useReader();
  const words = catalogueWords(reader).listing;
  const { filters } = props;
  const count = (priceTo: bigint | undefined, daysTo: number | undefined) =>
    formatNumber(reader, countWithin(props.counts, { priceTo, daysTo }));
  const active = [filters.priceToMinor, filters.daysTo].filter(
    (value) => value !== undefined,
  ).length;
  return (
    <FilterPanel action={props.action} clearHref={props.clearHref} activeCount={active}>
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <RadioGroup
        name="price"
        label={words.price}
        required
        value={String((filters.priceToMinor ?? 0n) / 100n)}
        options={[
          { value: '0', label: words.withCount(words.anyPrice, count(undefined, filters.daysTo)) },
          ...PRICES.map((price) => ({
            value: String(price / 100n),
            label: words.withCount(
              words.priceTo(formatMoney(reader, price, { trimZeros: true })),
              count(price, filters.daysTo),
            ),
          })),
        ]}
      />
      <RadioGroup
        name="days"
        label={words.delivery}
        required
        value={String(filters.daysTo ?? 0)}
        options={[
          {
            value: '0',
            label: words.withCount(words.anyDelivery, count(filters.priceToMinor, undefined)),
          },
          ...DAYS.map((days) => ({
            value: String(days),
            label: words.withCount(words.deliveryTo(days), count(filters.priceToMinor, days)),
          })),
        ]}
      />
    </FilterPanel>
  );
}

/** How many services of the counts are within a price (cents) and a delivery time (days). */
export function countWithin(
  counts: readonly ListingCount[],
  within: { priceTo?: bigint; daysTo?: number },
): number {
  return counts
    .filter((one) => within.priceTo === undefined || one.priceMinor <= within.priceTo)
    .filter((one) => within.daysTo === undefined || one.deliveryDays <= within.daysTo)
    .reduce((sum, one) => sum + one.services, 0);
}

/** The orders of a list as links. */
export function SortLinks(props: {
  sorts: readonly { sort: string; label: string; href: string; current: boolean }[];
}) {
  const words = catalogueWords(useReader()).listing;
  return (
    <ChipRow label={words.sortLabel}>
      {props.sorts.map((entry) => (
        <Chip key={entry.sort} href={entry.href} current={entry.current}>
          {entry.label}
        </Chip>
      ))}
    </ChipRow>
  );
}
