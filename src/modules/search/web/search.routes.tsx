import { createHash } from 'node:crypto';
import {
  categories,
  type CategoryTree,
  favouritesAmong,
  pageSize,
  popularLeaves,
} from '#catalogue';
import { type Ctx, deriveSecret } from '#platform/context';
import { type Answer, get, type HttpRequest, page, type Route, sharedPage } from '#platform/http';
import { NotFound } from '#platform/refusals';
import { searchWords } from '../locales/index.ts';
import { noteMissed } from '../missed/note-missed.ts';
import { nearestCategories } from '../asking/nearest-categories.ts';
import { readSearchChoice, type SearchChoice, searchAddress } from '../asking/search-choice.ts';
import { mostShown, type SearchResult, usualSort } from '../querying/search-query.ts';
import { searchServices } from '../querying/search-services.ts';
import { findSavedAs } from '../saved/saved-search-store.ts';
import { countQuestion } from '../suggesting/count-question.ts';
import { popularQuestions } from '../suggesting/popular-questions.ts';
import { AskPage } from './ask-page.tsx';
import { chosenFilters } from './chosen-filters.ts';
import type { Nearest } from './nothing-found.tsx';
import { ResultsPage } from './results-page.tsx';
import { shownTotal } from './shown-total.ts';
import { searchFeedPath } from './feed/search-feed-path.ts';

const CACHE = { cacheSeconds: 5 };
const FEW_CARDS = 8;
const FEW_CHIPS = 10;
/** Of the filters that are on, so many are tried without. */
const MOST_TRIED = 4;

export const searchRoutes: Route[] = [
  get('/search', { access: 'public' }, async (request) => {
    const { ctx, query } = request;
    const tree = await categories(ctx);
    const choice = readSearchChoice(query, tree);
    if (choice.text === '') return askPage(ctx, tree);
    if (choice.page > Math.ceil(mostShown / pageSize)) throw new NotFound();
    // The same question of many within seconds is answered, and counted, once.
    return sharedPage(request, searchAddress(choice, tree), () => results(request, choice, tree));
  }),
];

async function results(
  request: HttpRequest,
  choice: SearchChoice,
  tree: CategoryTree,
): Promise<Answer> {
  const { ctx } = request;
  const [found, savedId] = await Promise.all([
    searchServices(ctx, choice),
    findSavedAs(ctx, searchAddress({ ...choice, page: 1 }, tree)),
  ]);
  if (found.cards.length === 0 && choice.page > 1) throw new NotFound();
  await count(request, choice, found);
  const nearest =
    found.cards.length === 0 ? await nearestTo(ctx, { choice, found, tree, savedId }) : undefined;
  const favourites = await favouritesAmong(
    ctx,
    found.cards.map(({ number }) => number),
  );
  const title = searchWords(ctx.reader).titleFor(choice.text);
  const head = { title, noindex: true, feed: { title, path: searchFeedPath(choice.text) } };
  const view = { choice, found, tree, savedId, nearest, favourites };
  return page(head, <ResultsPage view={view} />, CACHE);
}

/** Remembers what people look for: what was found, for the lists of the popular; what was not, for the staff. */
async function count(
  request: HttpRequest,
  choice: SearchChoice,
  found: SearchResult,
): Promise<void> {
  const { ctx } = request;
  const { text, filters, page: number, sort } = choice;
  if (number > 1 || sort !== usualSort || Object.keys(filters).length > 0) return;
  const foundNothing = found.counts.length === 0 && found.cards.length === 0;
  if ((foundNothing || found.givenUp.length > 0) && !found.cutShort)
    await noteMissed(ctx, { text, foundNothing, visitor: visitorOf(request) }).catch(
      (error: Error) =>
        ctx.log.warn({ err: error }, 'search: a question without results was not noted'),
    );
  else if (!found.correction)
    countQuestion(ctx, { text, services: found.total, visitor: visitorOf(request) });
}

/** Who asks, as a digest that is kept in memory alone. */
function visitorOf({ ctx, ip }: HttpRequest): string {
  const who = ctx.actor.kind === 'member' ? ctx.actor.memberId : ip;
  return createHash('sha256')
    .update(`${deriveSecret(ctx, 'search-visitor')} ${who}`)
    .digest('base64url');
}

async function askPage(ctx: Ctx, tree: CategoryTree) {
  const words = searchWords(ctx.reader);
  const [popular, questions] = await Promise.all([
    popularLeaves(ctx, FEW_CHIPS),
    popularQuestions(ctx, FEW_CHIPS),
  ]);
  const head = { title: words.title, description: words.description, canonicalPath: '/search' };
  return page(
    head,
    <AskPage groups={tree.groups} popular={popular} questions={questions} />,
    CACHE,
  );
}

async function nearestTo(
  ctx: Ctx,
  given: {
    choice: SearchChoice;
    found: SearchResult;
    tree: CategoryTree;
    savedId: string | undefined;
  },
): Promise<Nearest> {
  const { choice, found, tree, savedId } = given;
  const nothing = { without: [], unfiltered: undefined, cards: [], categories: [], questions: [] };
  if (found.counts.length === 0) {
    const [near, questions] = await Promise.all([
      nearestCategories(ctx, choice.text, FEW_CHIPS),
      popularQuestions(ctx, FEW_CHIPS),
    ]);
    return { ...nothing, categories: near, questions, savedId };
  }
  const all = await searchServices(ctx, { ...choice, filters: {}, page: 1 });
  const without: Nearest['without'] = [];
  for (const one of chosenFilters(ctx.reader, choice, tree).slice(0, MOST_TRIED)) {
    const left = await searchServices(ctx, { ...choice, filters: one.without, page: 1 });
    if (left.total > 0)
      without.push({ label: one.label, href: one.href, count: shownTotal(ctx.reader, left) });
  }
  const cards = all.cards.slice(0, FEW_CARDS);
  return { ...nothing, without, unfiltered: shownTotal(ctx.reader, all), cards, savedId };
}
