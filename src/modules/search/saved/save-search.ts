import { categories } from '#catalogue';
import { inTransaction, newId, requireMember } from '#platform/context';
import type { Ctx } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { addMs } from '#platform/time';
import { sql } from 'kysely';
import { readSearchChoice, searchAddress } from '../asking/search-choice.ts';
import { longestName, mostSaved, nextAfterNothingMs } from './saved-search.ts';
import { TooManySaved } from './saved-search-errors.ts';
import { findSavedAs } from './saved-search-store.ts';

/**
 * Keeps a search of the acting member with letters on; its first name is its words. Saving it again
 * changes nothing. Refuses an address without words (InvalidInput) and the 31st (TooManySaved).
 */
export async function saveSearch(ctx: Ctx, input: { address: string }): Promise<string> {
  const memberId = requireMember(ctx);
  const tree = await categories(ctx);
  const query = Object.fromEntries(
    new URLSearchParams(input.address.slice(0, 2_000).split('?')[1] ?? ''),
  );
  const choice = readSearchChoice(query, tree);
  if (choice.text === '') throw new InvalidInput({ address: 'question' });
  const address = searchAddress({ ...choice, page: 1 }, tree);
  return inTransaction(ctx, async (tx) => {
    // One at a time a member, so that the limit holds.
    await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, hashtext(${memberId}))`.execute(tx.db);
    const held = await findSavedAs(tx, address);
    if (held !== undefined) return held;
    const { rows } = await sql<{ n: bigint }>`select count(*) as n from search.saved_searches
      where member_id = ${memberId}`.execute(tx.db);
    if ((rows[0]?.n ?? 0n) >= BigInt(mostSaved)) throw new TooManySaved(mostSaved);
    const id = newId(tx);
    const now = tx.clock.now();
    await sql`insert into search.saved_searches
        (id, member_id, name, address, alerts, saved_at, looked_at, due_at)
      values (${id}, ${memberId}, ${choice.text.slice(0, longestName)}, ${address}, true, ${now}, ${now},
        ${addMs(now, nextAfterNothingMs)})`.execute(tx.db);
    return id;
  });
}

const LOCK_SPACE = 93;
