import { categories } from '#catalogue';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { sql } from 'kysely';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { foldWord } from '../analysis/fold-word.ts';
import {
  type PlacedSuggestion,
  rankSuggestions,
  type RatedSuggestion,
} from './rank-suggestions.ts';
import { forgetSuggestions } from './suggest.ts';
import { listTopSellers } from './top-sellers.report.ts';

/** The best services' titles say what is sold; the rest would only repeat them. */
const MOST_TITLES = 60_000;
const BATCH = 5_000;
const MOST_WORDS = 3;
/** A phrase of fewer titles is one seller's own. */
const FEW = 2;
const ASKED_DAYS = 30;
const DAY_MS = 86_400_000;
/** A question that people ask counts more than one that sellers write. */
const ASKED_WEIGHT = 5;
const CATEGORY_WEIGHT = 3;

/** Makes all completions anew out of titles, questions, categories and sellers; returns how many lines. */
export async function buildSuggestions(ctx: Ctx): Promise<number> {
  const candidates = [
    ...(await titlePhrases(ctx)),
    ...(await askedQuestions(ctx)),
    ...(await categoryNames(ctx)),
    ...(await listTopSellers(ctx)),
  ];
  const lines = rankSuggestions(candidates);
  await inTransaction(ctx, async (tx) => {
    await sql`delete from search.suggestions`.execute(tx.db);
    for (let start = 0; start < lines.length; start += BATCH)
      await write(tx, lines.slice(start, start + BATCH));
  });
  forgetSuggestions(ctx);
  return lines.length;
}

async function write(tx: TxCtx, lines: readonly PlacedSuggestion[]): Promise<void> {
  await sql`insert into search.suggestions (prefix, place, kind, label, target, services, folded)
    select prefix, place, kind, label, target, services, folded
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as row (prefix text, place smallint,
      kind text, label text, target text, services integer, folded text)`.execute(tx.db);
}

/** Words that follow one another in the titles of several services, spelled as most write them. */
async function titlePhrases(ctx: Ctx): Promise<RatedSuggestion[]> {
  const { vocabulary, lexicon } = await knowledgeOf(ctx);
  const counts = new Map<string, number>();
  const { rows } = await sql<{ words: string }>`
    select split_part(title_words, ${'\t'}, 1) as words from search.documents
    order by quality desc limit ${MOST_TITLES}`.execute(ctx.db);
  for (const { words } of rows) {
    const surfaces = words.split(' ').map((word) => word.split('/')[0] ?? '');
    for (const phrase of new Set(phrasesOf(surfaces, lexicon.stopWords)))
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= FEW)
    .map(([phrase, services]) => ({
      kind: 'query',
      label: phrase
        .split(' ')
        .map((surface) => vocabulary.find(surface)?.written ?? surface)
        .join(' '),
      target: '',
      services,
      weight: services,
    }));
}

function phrasesOf(surfaces: readonly string[], stopWords: ReadonlySet<string>): string[] {
  const isEdge = (surface: string) => surface.length > 1 && !stopWords.has(surface);
  return surfaces.flatMap((_surface, from) =>
    Array.from({ length: MOST_WORDS }, (_none, more) => surfaces.slice(from, from + more + 1))
      .filter((words, more) => words.length === more + 1)
      .filter((words) => isEdge(words[0] ?? '') && isEdge(words.at(-1) ?? ''))
      .map((words) => words.join(' ')),
  );
}

async function askedQuestions(ctx: Ctx): Promise<RatedSuggestion[]> {
  const since = new Date(ctx.clock.now().getTime() - ASKED_DAYS * DAY_MS);
  const { rows } = await sql<{ shown: string; asked: number; services: number }>`
    select max(shown) as shown, sum(asked)::integer as asked, max(services) as services
    from search.popular_questions where day >= ${since}::date and services > 0
    group by question having sum(asked) >= 3 order by 2 desc limit 5000`.execute(ctx.db);
  return rows.map(({ shown, asked, services }) => ({
    kind: 'query',
    label: shown,
    target: '',
    services,
    weight: asked * ASKED_WEIGHT,
  }));
}

async function categoryNames(ctx: Ctx): Promise<RatedSuggestion[]> {
  const tree = await categories(ctx);
  const { rows } = await sql<{ leaf: string; services: number }>`
    select c.leaf_key as leaf, count(*)::integer as services from search.documents d
    join search.leaf_codes c on c.code = d.leaf_code group by 1`.execute(ctx.db);
  const held = new Map(rows.map(({ leaf, services }) => [leaf, services]));
  return tree.groups.flatMap((group) => {
    const leaves = group.leaves.map((leaf) => ({ entry: leaf, services: held.get(leaf.key) ?? 0 }));
    const all = leaves.reduce((sum, { services }) => sum + services, 0);
    return [{ entry: group, services: all }, ...leaves].flatMap(({ entry, services }) =>
      [...new Set([entry.nameAr, entry.nameEn])]
        .filter((name) => services > 0 && foldWord(name) !== '')
        .map((label): RatedSuggestion => {
          const weight = services * CATEGORY_WEIGHT;
          return { kind: 'category', label, target: entry.key, services, weight };
        }),
    );
  });
}
