import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Answer, HttpRequest } from '../route.ts';

const KEPT_MS = 5_000;
const MOST = 500;

const kept = new WeakMap<pg.Pool, LRUCache<string, Promise<Answer>>>();

/**
 * A page that everybody signed out sees alike, kept a few seconds by what it is about instead of by its
 * address: every link out of an advertisement carries a sign of its own, and none of these may cost a
 * reading of the database. `about` names all that `make` reads of the address; language is added.
 * Header, footer and head are written for each address anew (docs/decisions/0017).
 */
export function sharedPage(
  request: HttpRequest,
  about: string,
  make: () => Promise<Answer>,
): Promise<Answer> {
  const { ctx } = request;
  if (!request.shared) return make();
  const pages = pagesOf(ctx.pool);
  const key = `${ctx.reader.locale} ${about}`;
  const known = pages.get(key);
  if (known) return known;
  const made = make().then((answer) =>
    answer.kind === 'page' ? { ...answer, drawn: { html: undefined } } : answer,
  );
  pages.set(key, made);
  // What is not there is asked for again: it may come any moment.
  made.catch(() => pages.delete(key));
  return made;
}

function pagesOf(pool: pg.Pool): LRUCache<string, Promise<Answer>> {
  const held = kept.get(pool) ?? new LRUCache({ max: MOST, ttl: KEPT_MS });
  kept.set(pool, held);
  return held;
}
