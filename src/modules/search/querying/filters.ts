import { type Level, levels } from '#trust';
import { marks, quoted } from '../index/lexemes.ts';

/** What narrows an answer (SPEC 3.2); what is left out does not. */
export interface SearchFilters {
  groupKey?: string;
  leafKey?: string;
  /** Cents; whole dollars. */
  priceFromMinor?: bigint;
  priceToMinor?: bigint;
  /** Delivered within so many days. */
  daysTo?: number;
  /** Hundredths: 450 is 4.5 and better. */
  ratingFrom?: number;
  levelFrom?: Level;
  /** A language of the seller's work, as in `workLanguages`. */
  language?: string;
  /** Only services made without machine help. */
  aiFree?: boolean;
  /** Only sellers seen within ten minutes. */
  online?: boolean;
}

/** The number of a level in the tables, 0 to 3. */
export function levelNumber(level: Level): number {
  return levels.indexOf(level);
}

/** The bit of a language in the tables; a language without one is never found by it. */
export function languageBit(language: string, known: readonly string[]): number {
  const index = known.indexOf(language);
  return index === -1 ? 0 : 1 << index;
}

/** What filters mean to the index: marks of the posting lists, and conditions on the row. */
export interface RowConditions {
  /** Quoted lexemes; all must be there. */
  lexemes: string[];
  /** SQL over search.documents with $n, counted from the number given. */
  sql: string;
  values: (string | number | boolean | bigint)[];
}

/** Category goes to the posting lists, everything else to the row (measured: ANDing five lists is ten times dearer). */
export function rowConditions(
  filters: SearchFilters,
  given: { firstValue: number; languages: readonly string[] },
): RowConditions {
  const parts: string[] = [];
  const values: RowConditions['values'] = [];
  const add = (condition: string, value: RowConditions['values'][number] | undefined) => {
    if (value === undefined) return;
    parts.push(condition.replace('?', `$${given.firstValue + values.length}`));
    values.push(value);
  };
  add('price_minor >= ?', filters.priceFromMinor);
  add('price_minor <= ?', filters.priceToMinor);
  add('delivery_days <= ?', filters.daysTo);
  add('rating_hundredths >= ?', filters.ratingFrom);
  add('level >= ?', filters.levelFrom === undefined ? undefined : levelNumber(filters.levelFrom));
  if (filters.language !== undefined)
    add('languages & ?::integer <> 0', languageBit(filters.language, given.languages));
  if (filters.aiFree) parts.push('ai_free');
  if (filters.online) parts.push('online');
  const lexemes = [
    ...(filters.groupKey === undefined ? [] : [quoted(marks.group(filters.groupKey))]),
    ...(filters.leafKey === undefined ? [] : [quoted(marks.leaf(filters.leafKey))]),
  ];
  return { lexemes, sql: parts.map((part) => ` and ${part}`).join(''), values };
}
