import type { Ctx } from '#platform/context';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { otherLayouts } from '../planning/keyboard-layout.ts';
import { planQuery } from '../planning/plan-query.ts';
import { searchPool } from '../querying/search-pool.ts';
import { foldedText, longestPrefix, suggestionKey, withoutArticle } from './suggestion-key.ts';

/** One line under the search box. */
export interface Suggestion {
  kind: 'query' | 'category' | 'seller';
  /** For people: the question, the seller's name; of a category its Arabic name. */
  label: string;
  /** A category's key, a seller's handle; empty for a question. */
  target: string;
  services: number;
}

const MOST = 8;
const LONGEST = 60;
const MOST_KEYS = 6;

/** Everybody's first letters are the same few: their lines, which change hourly, are kept a minute. */
const MOST_KEPT = 5_000;
const KEPT_MS = 60_000;
const kept = new WeakMap<pg.Pool, LRUCache<string, readonly Suggestion[]>>();

/**
 * The best completions of what was typed so far, at most eight: questions, categories, sellers. Also for
 * a beginning typed on the other keyboard's layout, or in the other script. Read by key, never searched.
 */
export async function suggest(ctx: Ctx, typed: string): Promise<readonly Suggestion[]> {
  const text = typed.slice(0, LONGEST).toWellFormed();
  const lines = kept.get(ctx.pool) ?? new LRUCache({ max: MOST_KEPT, ttl: KEPT_MS });
  kept.set(ctx.pool, lines);
  const known = lines.get(text);
  if (known) return known;
  const found = await complete(ctx, text);
  lines.set(text, found);
  return found;
}

/** Reads them anew from now on: they were counted anew, in this process. */
export function forgetSuggestions(ctx: Ctx): void {
  kept.delete(ctx.pool);
}

async function complete(ctx: Ctx, text: string): Promise<Suggestion[]> {
  const folded = foldedText(text);
  if (folded.trim() === '') return [];
  const straight = keysOf([text]);
  const found = await read(ctx, straight);
  if (found.length > 0) return found;
  return read(ctx, keysOf([...otherLayouts(text), ...(await otherScript(ctx, folded))]));
}

/** «tasmim»: everything that the last word may mean. */
async function otherScript(ctx: Ctx, folded: string): Promise<string[]> {
  const plan = planQuery(await knowledgeOf(ctx), folded);
  const before = folded.trim().split(' ').slice(0, -1);
  return (plan.groups.at(-1)?.alternatives ?? [])
    .slice(0, 3)
    .map(({ terms }) => [...before, ...terms].join(' '));
}

function keysOf(texts: readonly string[]): string[] {
  const keys = texts.flatMap((text) => [suggestionKey(text), withoutArticle(foldedText(text))]);
  return [...new Set(keys)].filter((key) => key.trim() !== '').slice(0, MOST_KEYS);
}

interface SuggestionRow extends Suggestion {
  prefix: string;
  folded: string;
}

async function read(ctx: Ctx, keys: readonly string[]): Promise<Suggestion[]> {
  if (keys.length === 0) return [];
  const { rows } = await searchPool(ctx).query<SuggestionRow>({
    name: 'search-suggestions',
    text: `select prefix, kind, label, target, services, folded from search.suggestions
      where prefix = any($1) order by place`,
    values: [[...new Set(keys.map((key) => key.slice(0, longestPrefix)))]],
  });
  const fitting = rows.filter((row) => keys.some((key) => row.folded.startsWith(key)));
  const seen = new Set<string>();
  return fitting
    .filter(({ kind, label }) => {
      const name = `${kind} ${label}`;
      return !seen.has(name) && seen.add(name) !== undefined;
    })
    .slice(0, MOST)
    .map(({ kind, label, target, services }) => ({ kind, label, target, services }));
}
