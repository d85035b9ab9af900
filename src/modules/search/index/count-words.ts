import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { forgetKnowledge } from '../knowledge/knowledge.ts';

/**
 * Counts anew in how many services each term and each word of titles and tags stands, for the planner
 * and for "did you mean". Words that nobody holds any more go.
 */
export async function countWords(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    // In a market of a million it is longer than a page may take.
    await sql`set local statement_timeout = 0`.execute(tx.db);
    await sql`with counted as (
        select term, coalesce(max(ndoc) filter (where not titled), 0) as documents,
          coalesce(max(ndoc) filter (where titled), 0) as titles
        from (select ltrim(word, '^') as term, starts_with(word, '^') as titled, ndoc
          from ts_stat('select words from search.documents') where word !~ '^[~=]') as stat
        group by term),
      gone as (
        delete from search.terms held
        where not exists (select from counted where counted.term = held.term))
      insert into search.terms as held (term, documents, titles)
      select term, documents, titles from counted
      on conflict (term) do update set documents = excluded.documents, titles = excluded.titles
        where (held.documents, held.titles) is distinct from (excluded.documents, excluded.titles)`.execute(
      tx.db,
    );
    await sql`with counted as (
        select split_part(word, '/', 1) as surface, max(split_part(word || '/', '/', 2)) as term,
          count(distinct service_id)::integer as documents
        from search.documents
          cross join regexp_split_to_table(title_words, '[\t ]') as word
        where word <> '' group by 1),
      gone as (
        delete from search.vocabulary held
        where not exists (select from counted where counted.surface = held.surface))
      insert into search.vocabulary as held (surface, term, written, documents)
      select surface, case when term = '' then surface else term end, surface, documents
      from counted order by surface
      on conflict (surface) do update set documents = excluded.documents, term = excluded.term
        where (held.documents, held.term) is distinct from (excluded.documents, excluded.term)`.execute(
      tx.db,
    );
  });
  forgetKnowledge(ctx);
}
