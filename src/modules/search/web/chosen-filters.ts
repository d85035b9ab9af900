import type { CategoryTree } from '#catalogue';
import { formatMoney, formatNumber, type Reader } from '#platform/i18n';
import { levelName } from '#trust/ui';
import { searchWords } from '../locales/index.ts';
import type { SearchFilters } from '../querying/filters.ts';
import { type SearchChoice, searchAddress } from '../asking/search-choice.ts';
import { languageName, nameOf } from './search-names.ts';

/** One filter that is on: in words, and the search without it. */
export interface ChosenFilter {
  key: string;
  label: string;
  without: SearchFilters;
  href: string;
}

type Name = keyof SearchFilters;

/** The filters that are on, in the order of the panel. */
export function chosenFilters(
  reader: Reader,
  choice: SearchChoice,
  tree: CategoryTree,
): ChosenFilter[] {
  const words = searchWords(reader).filters;
  const { filters } = choice;
  const place = tree.leafOf(filters.leafKey ?? '') ?? tree.groupOf(filters.groupKey ?? '');
  const amount = (minor: bigint) => formatMoney(reader, minor, { trimZeros: true });
  const labels: [names: Name[], label: string | undefined][] = [
    [['leafKey', 'groupKey'], place && nameOf(reader, place)],
    [['priceToMinor'], said(filters.priceToMinor, (minor) => words.priceTo(amount(minor)))],
    [
      ['priceFromMinor'],
      said(filters.priceFromMinor, (minor) => words.priceFromChip(amount(minor))),
    ],
    [['daysTo'], said(filters.daysTo, words.daysTo)],
    [
      ['ratingFrom'],
      said(filters.ratingFrom, (from) => words.ratingChip(formatNumber(reader, from / 100))),
    ],
    [['levelFrom'], said(filters.levelFrom, (level) => words.levelFrom(levelName(reader, level)))],
    [['language'], said(filters.language, (one) => words.languageChip(languageName(reader, one)))],
    [['online'], filters.online ? words.online : undefined],
    [['aiFree'], filters.aiFree ? words.aiFree : undefined],
  ];
  return labels.flatMap(([names, label]) => {
    if (label === undefined) return [];
    const without = Object.fromEntries(
      Object.entries(filters).filter(([name]) => !names.includes(name as Name)),
    ) as SearchFilters;
    const href = searchAddress({ ...choice, filters: without, page: 1 }, tree);
    return [{ key: names.join(), label, without, href }];
  });
}

function said<T>(value: T | undefined, words: (value: T) => string): string | undefined {
  return value === undefined ? undefined : words(value);
}
