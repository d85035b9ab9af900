import { categories, type SearchableService, workLanguages } from '#catalogue';
import type { Ctx } from '#platform/context';
import { sql } from 'kysely';
import { analyzerVersion } from '../analysis/analyse-text.ts';
import { knowledgeOf } from '../knowledge/knowledge.ts';
import { leafCodes } from '../knowledge/leaf-codes.ts';
import { languageBit, levelNumber } from '../querying/filters.ts';
import { qualityOf, type Weights } from '../ranking/formula.ts';
import { isNewcomer } from '../ranking/newcomers.ts';
import { noFigures, type StoredFigures, storedFigures } from '../ranking/stored-figures.ts';
import { weightsNow } from '../ranking/weights.ts';
import type { DocumentRow } from './document-row.ts';
import { documentWords, type DocumentWords } from './document-words.ts';
import { marks, noTier, tierMarks } from './lexemes.ts';

export interface ReadDocument {
  row: DocumentRow;
  words: DocumentWords['words'];
}

const DAY_MS = 86_400_000;

interface Held {
  tier: number | undefined;
  figures: StoredFigures | undefined;
}

/** Makes the index rows of listed services: words by the analyser, quality by the formula as it is now. */
export async function readDocuments(
  ctx: Ctx,
  services: readonly SearchableService[],
): Promise<ReadDocument[]> {
  if (services.length === 0) return [];
  const ids = services.map(({ card }) => card.serviceId);
  const [knowledge, tree, codes, held, weights, tierFor, online] = await Promise.all([
    knowledgeOf(ctx),
    categories(ctx),
    leafCodes(
      ctx,
      services.map(({ card }) => card.leafKey),
    ),
    heldFigures(ctx, ids),
    weightsNow(ctx),
    tierBounds(ctx),
    onlineAmong(
      ctx,
      services.map(({ card }) => card.sellerId),
    ),
  ]);
  return services.map((service) => {
    const { card } = service;
    const leaf = tree.leafOf(card.leafKey);
    const group = tree.groupOf(card.groupKey);
    const names = [leaf?.nameAr, leaf?.nameEn, group?.nameAr, group?.nameEn];
    const words = documentWords(
      {
        title: card.title,
        tags: service.tags,
        around: [...names.flatMap((name) => name ?? []), card.sellerName, card.sellerHandle],
        description: service.description,
      },
      knowledge,
    );
    const figures = held.get(card.serviceId);
    const quality = qualityNow(ctx, { service, figures: figures?.figures, weights });
    const tier = figures?.tier ?? tierFor(quality);
    return {
      words: words.words,
      row: {
        ...traitsOf(service),
        online: online.has(card.sellerId),
        quality,
        tier,
        leafCode: codes.codeOf.get(card.leafKey) ?? 0,
        analyzer: analyzerVersion,
        titleWords: words.titleWords,
        lexemes: [
          ...words.lexemes,
          marks.group(card.groupKey),
          marks.leaf(card.leafKey),
          ...tierMarks(tier),
          ...(isNewcomer({ ...card, publishedAt: service.publishedAt }, ctx.clock.now())
            ? [marks.newcomer]
            : []),
        ],
      },
    };
  });
}

function traitsOf({ card, ...service }: SearchableService) {
  return {
    serviceId: card.serviceId,
    number: card.number,
    sellerId: card.sellerId,
    priceMinor: card.priceMinor,
    deliveryDays: card.deliveryDays,
    level: levelNumber(card.sellerLevel),
    languages: service.languages.reduce((bits, one) => bits | languageBit(one, workLanguages), 0),
    aiFree: service.aiUse === 'none',
    salesCount: card.salesCount,
    ratingHundredths: card.ratingHundredths,
    ratingCount: card.ratingCount,
    ratingScore: service.ratingScore,
    publishedAt: service.publishedAt,
  };
}

function qualityNow(
  ctx: Ctx,
  given: { service: SearchableService; figures: StoredFigures | undefined; weights: Weights },
): number {
  const { card, publishedAt } = given.service;
  return qualityOf(
    {
      // Until the hourly count has looked for rings, every sale is a buyer's.
      ...(given.figures ?? { ...noFigures, buyers: card.salesCount }),
      ratingHundredths: card.ratingHundredths,
      ratingCount: card.ratingCount,
      level: levelNumber(card.sellerLevel),
      ageDays: (ctx.clock.now().getTime() - publishedAt.getTime()) / DAY_MS,
    },
    given.weights,
  );
}

async function heldFigures(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Held>> {
  const [tiers, figures] = await Promise.all([
    sql<{ id: string; tier: number }>`select service_id as id, tier from search.documents
      where service_id = any(${[...ids]}::uuid[])`.execute(ctx.db),
    storedFigures(ctx, ids),
  ]);
  const tierOf = new Map(tiers.rows.map(({ id, tier }) => [id, tier]));
  return new Map(ids.map((id) => [id, { tier: tierOf.get(id), figures: figures.get(id) }]));
}

async function onlineAmong(ctx: Ctx, sellerIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`select seller_id as id from search.online_sellers
    where seller_id = any(${[...new Set(sellerIds)]}::uuid[])`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

/** The tier a quality belongs to by the last count; before the first one everything is the best. */
async function tierBounds(ctx: Ctx): Promise<(quality: number) => number> {
  const { rows } = await sql<{ tier: number; quality: number }>`
    select tier, quality from search.tier_bounds order by tier`.execute(ctx.db);
  if (rows.length === 0) return () => 1;
  return (quality) => rows.find((bound) => quality >= bound.quality)?.tier ?? noTier;
}
