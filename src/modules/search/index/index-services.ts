import { findSearchable } from '#catalogue';
import { type Ctx, inTransaction } from '#platform/context';
import { sql } from 'kysely';
import { type Knowledge, knowledgeOf, noteWords } from '../knowledge/knowledge.ts';
import { removeDocuments, writeDocuments } from './document-row.ts';
import { inTitle } from './lexemes.ts';
import { type ReadDocument, readDocuments } from './read-documents.ts';

/**
 * Brings what can be found of services to how they are listed now, at most 500 at once; removes what is
 * on no list. Harmless to repeat: the rows are locked before the services are read, so that the last
 * to write has seen the newest.
 */
export async function indexServices(ctx: Ctx, serviceIds: readonly string[]): Promise<void> {
  const ids = [...new Set(serviceIds)].sort().slice(0, 500);
  const knowledge = await knowledgeOf(ctx);
  const written = await inTransaction(ctx, async (tx) => {
    for (const id of ids)
      await sql`select pg_advisory_xact_lock(${LOCK_SPACE}, hashtext(${id}))`.execute(tx.db);
    const services = await findSearchable(ctx, ids);
    const documents = await readDocuments(ctx, services);
    const listed = new Set(services.map(({ card }) => card.serviceId));
    await removeDocuments(
      tx,
      ids.filter((id) => !listed.has(id)),
    );
    await writeDocuments(
      tx,
      documents.map(({ row }) => row),
    );
    return documents;
  });
  await keepWords(ctx, { knowledge, written });
}

const LOCK_SPACE = 70;

/** Words seen for the first time are known at once; how often they stand is counted hourly. */
async function keepWords(
  ctx: Ctx,
  { knowledge, written }: { knowledge: Knowledge; written: readonly ReadDocument[] },
): Promise<void> {
  const lexemes = written.flatMap(({ row }) => row.lexemes);
  const words = new Map(
    written
      .flatMap((document) => document.words)
      .filter(({ surface }) => knowledge.vocabulary.count(surface) === 0)
      .map((word) => [word.surface, word]),
  );
  const terms = new Set(
    lexemes.filter((one) => /^[^~^=]/.test(one) && knowledge.documents(one) === 0),
  );
  if (words.size > 0) {
    await sql`insert into search.vocabulary (surface, term, written, documents)
      select surface, term, written, 1
      from jsonb_to_recordset(${JSON.stringify([...words.values()])}::jsonb)
        as row (surface text, term text, written text)
      where not exists (select from search.vocabulary held where held.surface = row.surface)
      order by surface on conflict (surface) do nothing`.execute(ctx.db);
  }
  if (terms.size > 0) {
    await sql`insert into search.terms (term, documents, titles)
      select term, 1, (${inTitle('')} || term = any(${lexemes}::text[]))::integer
      from unnest(${[...terms]}::text[]) as term
      order by term on conflict (term) do nothing`.execute(ctx.db);
  }
  await noteWords(ctx, { words: [...words.values()], lexemes });
}
