import type { CategoryTree } from '#catalogue';
import { formatMoney, formatNumber, type Reader } from '#platform/i18n';
import { type Level } from '#trust';
import { levelName } from '#trust/ui';
import { Checkbox, type Choice, FilterPanel, RadioGroup, Select, TextInput, useReader } from '#ui';
import { searchWords } from '../locales/index.ts';
import type { Facets } from '../querying/count-facets.ts';
import {
  categorySlug,
  ratingInAddress,
  type SearchChoice,
  searchAddress,
} from '../asking/search-choice.ts';
import { usualSort } from '../querying/search-query.ts';
import { chosenFilters } from './chosen-filters.ts';
import { languageName, nameOf } from './search-names.ts';

interface PanelProps {
  choice: SearchChoice;
  facets: Facets;
  tree: CategoryTree;
}

/** All filters, each choice with how many services it would leave. */
export function SearchFilterPanel(props: PanelProps) {
  const reader = useReader();
  const words = searchWords(reader).filters;
  const { choice, facets, tree } = props;
  const { filters } = choice;
  const active = chosenFilters(reader, choice, tree).length;
  const counted = (label: string, services: number) =>
    words.withCount(label, formatNumber(reader, services));
  return (
    <FilterPanel
      action="/search"
      clearHref={searchAddress({ ...choice, filters: {}, page: 1 }, tree)}
      activeCount={active}
    >
      <input type="hidden" name="q" value={choice.text} />
      {choice.sort !== usualSort && <input type="hidden" name="sort" value={choice.sort} />}
      {choice.asWritten && <input type="hidden" name="exact" value="1" />}
      <RadioGroup
        name="category"
        label={words.category}
        required
        value={categorySlug(filters, tree) ?? ''}
        options={categoryChoices(reader, props)}
      />
      <RadioGroup
        name="price"
        label={words.price}
        required
        value={filters.priceToMinor === undefined ? '' : String(filters.priceToMinor / 100n)}
        options={[{ value: '', label: words.anyPrice }, ...priceChoices(reader, props)]}
      />
      <TextInput
        name="from"
        label={words.priceFrom}
        inputMode="numeric"
        dir="ltr"
        maxLength={5}
        value={filters.priceFromMinor === undefined ? '' : String(filters.priceFromMinor / 100n)}
      />
      <DaysFilter {...props} />
      <SellerFilters {...props} />
      <div>
        <Checkbox
          name="online"
          value="1"
          checked={filters.online}
          disabled={facets.online === 0 && !filters.online}
          label={counted(words.online, facets.online)}
        />
        <Checkbox
          name="ai"
          value="none"
          checked={filters.aiFree}
          disabled={facets.aiFree === 0 && !filters.aiFree}
          label={counted(words.aiFree, facets.aiFree)}
        />
      </div>
    </FilterPanel>
  );
}

function DaysFilter({ choice: { filters }, facets }: PanelProps) {
  const reader = useReader();
  const words = searchWords(reader).filters;
  return (
    <RadioGroup
      name="days"
      label={words.days}
      required
      value={filters.daysTo?.toString() ?? ''}
      options={[
        { value: '', label: words.anyDays },
        ...facets.days.map(({ to, services }) => ({
          value: String(to),
          label: words.withCount(words.daysTo(to), formatNumber(reader, services)),
          disabled: services === 0 && to !== filters.daysTo,
        })),
      ]}
    />
  );
}

function SellerFilters({ choice, facets }: PanelProps) {
  const reader = useReader();
  const words = searchWords(reader).filters;
  const { filters } = choice;
  const counted = (label: string, services: number) =>
    words.withCount(label, formatNumber(reader, services));
  return (
    <>
      <RadioGroup
        name="rating"
        label={words.rating}
        required
        value={filters.ratingFrom === undefined ? '' : ratingInAddress(filters.ratingFrom)}
        options={[
          { value: '', label: words.anyRating },
          ...facets.ratings.map(({ from, services }) => ({
            value: ratingInAddress(from),
            label: counted(words.ratingFrom(formatNumber(reader, from / 100)), services),
            disabled: services === 0 && from !== filters.ratingFrom,
          })),
        ]}
      />
      <RadioGroup
        name="level"
        label={words.level}
        required
        value={filters.levelFrom ?? ''}
        options={[
          { value: '', label: words.anyLevel },
          ...facets.levels
            .filter(({ from }) => from !== 'new')
            .map(({ from, services }) => ({
              value: from,
              label: counted(levelLabel(reader, from), services),
              disabled: services === 0 && from !== filters.levelFrom,
            })),
        ]}
      />
      <Select
        name="language"
        label={words.language}
        required
        value={filters.language ?? ''}
        options={[
          { value: '', label: words.anyLanguage },
          ...facets.languages.map(({ language, services }) => ({
            value: language,
            label: counted(languageName(reader, language), services),
          })),
          // What is chosen stays to be seen, also where nothing is left of it.
          ...(filters.language && !facets.languages.some((one) => one.language === filters.language)
            ? [
                {
                  value: filters.language,
                  label: counted(languageName(reader, filters.language), 0),
                },
              ]
            : []),
        ]}
      />
    </>
  );
}

/** The highest level needs no «and up». */
function levelLabel(reader: Reader, level: Level): string {
  const name = levelName(reader, level);
  return level === 'trusted' ? name : searchWords(reader).filters.levelFrom(name);
}

function priceChoices(reader: Reader, { choice, facets }: PanelProps): Choice[] {
  const words = searchWords(reader).filters;
  const chosen = choice.filters.priceToMinor;
  // A higher price than the first that leaves everything is no choice any more.
  const most = Math.max(0, ...facets.prices.map(({ services }) => services));
  const enough = facets.prices.findIndex(({ services }) => services === most);
  const prices = facets.prices.filter(
    ({ toMinor }, index) => index <= enough || toMinor === chosen,
  );
  const own = prices.some(({ toMinor }) => toMinor === chosen);
  return [
    ...prices.map(({ toMinor, services }) => ({
      value: String(toMinor / 100n),
      label: words.withCount(
        words.priceTo(formatMoney(reader, toMinor, { trimZeros: true })),
        formatNumber(reader, services),
      ),
      disabled: services === 0 && toMinor !== chosen,
    })),
    // A price that only an address names is still what is chosen.
    ...(chosen === undefined || own
      ? []
      : [
          {
            value: String(chosen / 100n),
            label: words.priceTo(formatMoney(reader, chosen, { trimZeros: true })),
          },
        ]),
  ];
}

const MOST_CATEGORIES = 12;

/** Without a category the groups that hold results; inside one its subcategories. */
function categoryChoices(reader: Reader, { choice, facets, tree }: PanelProps): Choice[] {
  const words = searchWords(reader).filters;
  const { leafKey, groupKey = tree.leafOf(leafKey ?? '')?.groupKey } = choice.filters;
  const group = groupKey === undefined ? undefined : tree.groupOf(groupKey);
  const any = { value: '', label: words.anyCategory };
  const counted = (label: string, services: number) =>
    words.withCount(label, formatNumber(reader, services));
  if (!group) {
    const groups = facets.groups.slice(0, MOST_CATEGORIES).flatMap(({ key, services }) => {
      const one = tree.groupOf(key);
      return one && services > 0
        ? [{ value: one.slug, label: counted(nameOf(reader, one), services) }]
        : [];
    });
    return [any, ...groups];
  }
  const services = new Map(facets.leaves.map((one) => [one.key, one.services]));
  const leaves = group.leaves
    .map((leaf) => ({ leaf, services: services.get(leaf.key) ?? 0 }))
    .filter((one) => one.services > 0 || one.leaf.key === leafKey)
    .sort((one, other) => other.services - one.services)
    .slice(0, MOST_CATEGORIES);
  return [
    any,
    { value: group.slug, label: words.allOf(nameOf(reader, group)) },
    ...leaves.map((one) => ({
      value: one.leaf.slug,
      label: counted(nameOf(reader, one.leaf), one.services),
    })),
  ];
}
