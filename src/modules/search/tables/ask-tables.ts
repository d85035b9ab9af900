import { pageSize } from '#catalogue';
import type { Plan } from '../analysis/types.ts';
import { marks } from '../index/lexemes.ts';
import type { Candidate } from '../querying/find-candidates.ts';
import type { FoundPage } from '../querying/find-page.ts';
import { type QuestionLexemes, questionLexemes, type Scope } from '../querying/question-text.ts';
import { rankCandidates } from '../querying/rank-candidates.ts';
import type { SearchSort } from '../querying/search-query.ts';
import { failures, type NumberedFilters, type Traits } from '../querying/traits.ts';
import { mixed } from './mixed.ts';
import { eachOf, holds, matchTables } from './match-tables.ts';
import type { FreshDocument, OpenTables, Passing } from './open-tables.ts';
import { sortMatches } from './sort-matches.ts';
import { idAt } from './tables.ts';

export interface TableQuestion {
  plan: Plan;
  dropped: ReadonlySet<number>;
  filters: NumberedFilters;
}

/** So many of the best are judged by their words; with fewer titles than two pages, further scopes. */
const MOST_RANKED = 400;
const FEW_TITLES = 48;
const MOST_NEWCOMERS = 24;
/** Of more the counts of the filters are made from one in sixteen. */
const COUNTED_EXACTLY = 60_000;
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
  const passing = passingOf(tables, { bits, among, filters: question.filters });
  const start = (view.page - 1) * pageSize;
  if (view.sort !== 'best') {
    const order = sortMatches(tables, passing, { sort: view.sort, most: start + pageSize });
    return { page: pageOf(order.slice(start)), traits };
  }
  return { page: bestPage(tables, question, { ...view, start, passing }), traits };
}

const nothing: FoundPage = { serviceIds: [], placed: new Set(), everything: undefined };

function pageOf(serviceIds: string[]): FoundPage {
  return { serviceIds, placed: new Set(), everything: undefined };
}

function passingOf(
  tables: OpenTables,
  given: { bits: Uint32Array; among: readonly FreshDocument[]; filters: NumberedFilters },
): Passing {
  const { traits } = tables.whole;
  const rows: number[] = [];
  eachOf(given.bits, (row) => {
    if (failures(traits[row * 2] ?? 0, traits[row * 2 + 1] ?? 0, given.filters) === 0)
      rows.push(row);
    return true;
  });
  const fresh = given.among.filter(
    ({ traits: [high, low] }) => failures(high, low, given.filters) === 0,
  );
  return { rows, fresh };
}

function bestPage(
  tables: OpenTables,
  question: TableQuestion,
  view: { start: number; passing: Passing; turn: number },
): FoundPage {
  const { start, passing } = view;
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
  const rest = passing.rows
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
  { passing, turn }: { passing: Passing; turn: number },
): { ranked: Candidate[]; newcomers: Candidate[] } {
  const found = new Map<string, Candidate>();
  let newcomers: Candidate[] = [];
  for (const scope of ['title', 'partly', 'anywhere'] as const) {
    const asked = questionLexemes(plan, { scope, dropped });
    if (!asked) break;
    const within = withinScope(tables, passing, { asked, scope });
    for (const one of bestOf(tables, within))
      found.set(one.serviceId, found.get(one.serviceId) ?? one);
    if (scope === 'title') newcomers = newcomersOf(tables, within, turn);
    if (found.size >= FEW_TITLES) break;
  }
  return { ranked: [...found.values()].slice(0, MOST_RANKED), newcomers };
}

function withinScope(
  tables: OpenTables,
  passing: Passing,
  { asked, scope }: { asked: QuestionLexemes; scope: Scope },
): Passing {
  if (scope === 'anywhere') return passing;
  const bits = matchTables(tables, asked);
  return {
    rows: passing.rows.filter((row) => ((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1),
    fresh: passing.fresh.filter(({ lexemes }) => holds(lexemes, asked)),
  };
}

function bestOf(tables: OpenTables, { rows, fresh }: Passing): Candidate[] {
  const best = rows.slice(0, MOST_RANKED).map((row) => candidate(tables, row));
  if (fresh.length === 0) return best;
  return [...best, ...fresh.map(freshCandidate)]
    .sort((one, other) => other.quality - one.quality)
    .slice(0, MOST_RANKED);
}

function newcomersOf(tables: OpenTables, { rows, fresh }: Passing, turn: number): Candidate[] {
  const marked = matchTables(tables, { groups: [[[marks.newcomer]]], named: undefined });
  const all = [
    ...rows
      .filter((row) => ((marked[row >>> 5] ?? 0) >>> (row & 31)) & 1)
      .map((row) => ({
        number: tables.whole.number[row] ?? 0,
        make: () => candidate(tables, row),
      })),
    ...fresh
      .filter(({ lexemes }) => lexemes.has(marks.newcomer))
      .map((one) => ({ number: one.row.number, make: () => freshCandidate(one) })),
  ];
  return all
    .sort((one, other) => mixed(one.number ^ turn) - mixed(other.number ^ turn))
    .slice(0, MOST_NEWCOMERS)
    .map(({ make }) => ({ ...make(), newcomer: true }));
}

function candidate(tables: OpenTables, row: number): Candidate {
  return {
    serviceId: String(row),
    quality: tables.whole.quality[row] ?? 0,
    titleWords: tables.titleOf(row),
    newcomer: false,
  };
}

function freshCandidate({ row, title }: FreshDocument): Candidate {
  return { serviceId: `+${row.id}`, quality: row.quality, titleWords: title, newcomer: false };
}

function traitsOf(tables: OpenTables, bits: Uint32Array, among: readonly FreshDocument[]): Traits {
  const rows: number[] = [];
  eachOf(bits, (row) => {
    rows.push(row);
    return true;
  });
  const scale = rows.length > COUNTED_EXACTLY ? SAMPLED : 1;
  const { traits } = tables.whole;
  const words: number[] = [];
  for (let at = 0; at < rows.length; at += scale) {
    const row = rows[at] ?? 0;
    words.push(traits[row * 2] ?? 0, traits[row * 2 + 1] ?? 0);
  }
  for (let at = 0; at < among.length; at += scale) words.push(...(among[at]?.traits ?? []));
  return { words: Uint32Array.from(words), scale };
}
