import { pageSize } from '#catalogue';
import type { Plan } from '../analysis/types.ts';
import { marks } from '../index/lexemes.ts';
import type { Candidate, Candidates } from '../querying/find-candidates.ts';
import type { FoundPage } from '../querying/find-page.ts';
import { type QuestionLexemes, questionLexemes, type Scope } from '../querying/question-text.ts';
import { rankCandidates } from '../querying/rank-candidates.ts';
import type { SearchSort } from '../querying/search-query.ts';
import { failures, type NumberedFilters, type Traits } from '../querying/traits.ts';
import { leastOf } from './least-of.ts';
import { mixed } from './mixed.ts';
import { type Bits, both, countOf, eachOf, holds, matchTables } from './match-tables.ts';
import type { FreshDocument, OpenTables } from './open-tables.ts';
import { sortMatches } from './sort-matches.ts';
import { idAt } from './tables.ts';

export interface TableQuestion {
  plan: Plan;
  dropped: ReadonlySet<number>;
  filters: NumberedFilters;
}

/** So many of the best are judged by their words; with fewer titles than four pages, further scopes. */
const MOST_RANKED = 600;
const FEW_TITLES = 96;
const MOST_NEWCOMERS = 24;
/** Of more the counts of the filters are made from one in sixteen. */
const COUNTED_EXACTLY = 30_000;
const SAMPLED = 16;

/** Answers a question out of memory: its page and the traits of everything that answers it. */
export function askTables(
  tables: OpenTables,
  question: TableQuestion,
  view: { sort: SearchSort; page: number; counted: boolean; turn: number },
): { page: FoundPage; traits: Traits } {
  const asked = questionLexemes(question.plan, { scope: 'anywhere', dropped: question.dropped });
  if (!asked) return { page: nothing, traits: { words: new Uint32Array(0), scale: 1 } };
  const bits = matchTables(tables, asked);
  const among = [...tables.fresh.values()].filter(({ lexemes }) => holds(lexemes, asked));
  const traits = view.counted
    ? traitsOf(tables, bits, among)
    : { words: new Uint32Array(0), scale: 1 };
  const { filters } = question;
  const matching: Matching = { bits, filters, fresh: passingFresh(among, filters) };
  const start = (view.page - 1) * pageSize;
  if (view.sort !== 'best') {
    const passing = { rows: rowsOf(tables, matching), fresh: matching.fresh };
    const order = sortMatches(tables, passing, { sort: view.sort, most: start + pageSize });
    return { page: pageOf(order.slice(start)), traits };
  }
  return { page: bestPage(tables, question, { ...view, start, matching }), traits };
}

const nothing: FoundPage = { serviceIds: [], placed: new Set(), everything: undefined };

function pageOf(serviceIds: string[]): FoundPage {
  return { serviceIds, placed: new Set(), everything: undefined };
}

/** What answers a question, before its filters; a broad one is read only as far as it is needed. */
interface Matching {
  bits: Bits;
  filters: NumberedFilters;
  /** Those that pass the filters. */
  fresh: readonly FreshDocument[];
}

function passingFresh(
  among: readonly FreshDocument[],
  filters: NumberedFilters,
): readonly FreshDocument[] {
  return among.filter(({ traits: [high, low] }) => failures(high, low, filters) === 0);
}

/** The rows that pass the filters, the best first, at most so many. */
function rowsOf(
  tables: OpenTables,
  { bits, filters }: Omit<Matching, 'fresh'>,
  most = Number.POSITIVE_INFINITY,
): number[] {
  const { traits } = tables.whole;
  const rows: number[] = [];
  eachOf(bits, (row) => {
    if (failures(traits[row * 2] ?? 0, traits[row * 2 + 1] ?? 0, filters) === 0) rows.push(row);
    return rows.length < most;
  });
  return rows;
}

function bestPage(
  tables: OpenTables,
  question: TableQuestion,
  view: { start: number; matching: Matching; turn: number },
): FoundPage {
  const { start, matching } = view;
  const found = candidates(tables, question, view);
  const { order, placed } = rankCandidates(found, question, pageSize);
  const ids = order.map(({ serviceId }) => serviceId);
  const here = ids.slice(start, start + pageSize);
  const named = (keys: readonly string[]) => keys.map((key) => nameOf(tables, key));
  const shown = new Set([...placed].map((key) => nameOf(tables, key)));
  if (here.length === pageSize || ids.length < FEW_TITLES) {
    const everything = ids.length < FEW_TITLES ? ids.length : undefined;
    return { serviceIds: named(here), placed: shown, everything };
  }
  // Past the ranked ones the best order is quality alone.
  const ranked = new Set(ids);
  const from = Math.max(0, start - ids.length);
  const rest = rowsOf(tables, matching, from + pageSize + ids.length)
    .filter((row) => !ranked.has(String(row)))
    .slice(from, from + pageSize - here.length);
  return {
    serviceIds: [...named(here), ...rest.map((row) => idAt(tables.whole.ids, row))],
    placed: shown,
    everything: undefined,
  };
}

/** Candidates are keyed by their row, or `+id` when they are fresh: few of them are shown. */
function nameOf(tables: OpenTables, key: string): string {
  return key.startsWith('+') ? key.slice(1) : idAt(tables.whole.ids, Number(key));
}

function candidates(
  tables: OpenTables,
  { plan, dropped }: TableQuestion,
  { matching, turn }: { matching: Matching; turn: number },
): Candidates {
  let found: Candidate[] = [];
  let newcomers: Candidate[] = [];
  for (const scope of ['title', 'partly', 'anywhere'] as const) {
    const asked = questionLexemes(plan, { scope, dropped });
    if (!asked) break;
    const within = withinScope(tables, matching, { asked, scope });
    found = withoutDoubles(found, bestOf(tables, within));
    if (scope === 'title') newcomers = newcomersOf(tables, within, turn);
    if (found.length >= FEW_TITLES) break;
  }
  return { ranked: found.slice(0, MOST_RANKED), newcomers, numbers: tables.titleNumbers };
}

function withoutDoubles(found: Candidate[], more: Candidate[]): Candidate[] {
  if (found.length === 0) return more;
  const seen = new Set(found.map(({ serviceId }) => serviceId));
  return [...found, ...more.filter(({ serviceId }) => !seen.has(serviceId))];
}

function withinScope(
  tables: OpenTables,
  matching: Matching,
  { asked, scope }: { asked: QuestionLexemes; scope: Scope },
): Matching {
  if (scope === 'anywhere') return matching;
  return {
    filters: matching.filters,
    bits: both(matchTables(tables, asked), matching.bits),
    fresh: matching.fresh.filter(({ lexemes }) => holds(lexemes, asked)),
  };
}

function bestOf(tables: OpenTables, matching: Matching): Candidate[] {
  const { fresh } = matching;
  const best = rowsOf(tables, matching, MOST_RANKED).map((row) => candidate(tables, row));
  if (fresh.length === 0) return best;
  return [...best, ...fresh.map(freshCandidate)]
    .sort((one, other) => other.quality - one.quality)
    .slice(0, MOST_RANKED);
}

function newcomersOf(
  tables: OpenTables,
  { bits, filters, fresh }: Matching,
  turn: number,
): Candidate[] {
  const all: (number | FreshDocument)[] = [
    ...rowsOf(tables, { bits: both(tables.newcomers.slice(), bits), filters }),
    ...fresh.filter(({ lexemes }) => lexemes.has(marks.newcomer)),
  ];
  const place = (one: number | FreshDocument) =>
    mixed((typeof one === 'number' ? (tables.whole.number[one] ?? 0) : one.row.number) ^ turn);
  return leastOf(all, MOST_NEWCOMERS, place).map((one) => ({
    ...(typeof one === 'number' ? candidate(tables, one) : freshCandidate(one)),
    newcomer: true,
  }));
}

function candidate(tables: OpenTables, row: number): Candidate {
  return {
    serviceId: String(row),
    quality: tables.whole.quality[row] ?? 0,
    title: { words: tables.whole.titles, at: tables.whole.titleAt[row] ?? 0 },
    newcomer: false,
  };
}

function freshCandidate({ row, title }: FreshDocument): Candidate {
  return { serviceId: `+${row.id}`, quality: row.quality, title, newcomer: false };
}

function traitsOf(tables: OpenTables, bits: Bits, among: readonly FreshDocument[]): Traits {
  const count = countOf(bits);
  const scale = count > COUNTED_EXACTLY ? SAMPLED : 1;
  const { traits } = tables.whole;
  const words = new Uint32Array(2 * (Math.ceil(count / scale) + Math.ceil(among.length / scale)));
  let seen = 0;
  let end = 0;
  eachOf(bits, (row) => {
    if (seen % scale === 0) {
      words[end] = traits[row * 2] ?? 0;
      words[end + 1] = traits[row * 2 + 1] ?? 0;
      end += 2;
    }
    seen += 1;
    return true;
  });
  for (let at = 0; at < among.length; at += scale) {
    words.set(among[at]?.traits ?? [0, 0], end);
    end += 2;
  }
  return { words, scale };
}
