import { memberCards, requireRole } from '#identity';
import type { Ctx } from '#platform/context';
import type { Service, ServiceState } from '../service.ts';
import { pictureBands, pictureSimilarity } from './picture-print.ts';
import { comparedText, NEAR_TEXT, printText, textBands, textSimilarity } from './text-print.ts';

/** A service whose text or pictures are much like those of the one that is reviewed. */
export interface SimilarService {
  serviceId: string;
  number: number;
  title: string;
  state: ServiceState;
  sellerId: string;
  sellerName: string;
  sameSeller: boolean;
  /** Share of three-word sequences in common, 0 to 1; undefined when only pictures are alike. */
  text: number | undefined;
  pictures: { own: string; other: string; similarity: number }[];
}

const MOST = 12;
/** A band that more share than this is a phrase of the trade, not a copy. */
const PER_BAND = 50;

/**
 * What is much like the given content of a service, the likest first, at most 12: other sellers' and the
 * same seller's. Looks at no more than 50 rows a band. Refuses NotFound (reviewers only).
 */
export async function findSimilar(
  ctx: Ctx,
  service: Pick<
    Service,
    'serviceId' | 'number' | 'sellerId' | 'title' | 'description' | 'imageIds'
  >,
): Promise<SimilarService[]> {
  requireRole(ctx, 'reviewer');
  const [texts, pictures] = await Promise.all([
    nearTexts(ctx, service),
    nearPictures(ctx, service),
  ]);
  const ids = [...new Set([...texts.keys(), ...pictures.keys()])];
  if (ids.length === 0) return [];
  const { rows } = await ctx.pool.query<
    Pick<SimilarService, 'serviceId' | 'number' | 'title' | 'state' | 'sellerId'>
  >({
    name: 'catalogue-similar-services',
    text: `select id as "serviceId", number, title, state, seller_id as "sellerId"
      from catalogue.services where id = any($1)`,
    values: [ids],
  });
  const found = rows
    .map((row) => ({
      ...row,
      sameSeller: row.sellerId === service.sellerId,
      text: texts.get(row.serviceId),
      pictures: (pictures.get(row.serviceId) ?? []).slice(0, 3),
    }))
    .sort((one, other) => likeness(other) - likeness(one))
    .slice(0, MOST);
  const sellers = await memberCards(
    ctx,
    found.map(({ sellerId }) => sellerId),
  );
  return found.map((one) => ({ ...one, sellerName: sellers.get(one.sellerId)?.displayName ?? '' }));
}

function likeness({ text, pictures }: Pick<SimilarService, 'text' | 'pictures'>): number {
  return Math.max(text ?? 0, ...pictures.map(({ similarity }) => similarity));
}

/** Service id → similarity of its nearest text. */
async function nearTexts(
  ctx: Ctx,
  service: Pick<Service, 'number' | 'title' | 'description'>,
): Promise<Map<string, number>> {
  const print = printText(comparedText(service));
  if (!print) return new Map();
  const { rows } = await ctx.pool.query<{ service_id: string; signature: number[] }>({
    name: 'catalogue-near-texts',
    text: `select p.service_id, p.signature from (
        select distinct near.service_number, near.next from unnest($1::integer[]) as band (hash)
          cross join lateral (select service_number, next from catalogue.text_bands
            where hash = band.hash limit ${PER_BAND}) as near
        where near.service_number <> $2) as found
      join catalogue.text_prints p using (service_number, next)`,
    values: [textBands(print), service.number],
  });
  const near = new Map<string, number>();
  for (const { service_id: id, signature } of rows) {
    const similarity = textSimilarity(print, signature);
    if (similarity >= NEAR_TEXT) near.set(id, Math.max(near.get(id) ?? 0, similarity));
  }
  return near;
}

/** Service id → pairs of pictures that look alike. */
async function nearPictures(
  ctx: Ctx,
  service: Pick<Service, 'serviceId' | 'imageIds'>,
): Promise<Map<string, SimilarService['pictures']>> {
  const own = await ctx.pool.query<{ file_id: string; bits: Buffer }>({
    name: 'catalogue-picture-prints',
    text: 'select file_id, bits from catalogue.image_prints where file_id = any($1)',
    values: [service.imageIds],
  });
  const bands = [...new Set(own.rows.flatMap(({ bits }) => pictureBands(bits)))];
  const { rows } = await ctx.pool.query<{ file_id: string; bits: Buffer; service_id: string }>({
    name: 'catalogue-near-pictures',
    text: `select p.file_id, p.bits, g.service_id from (
        select distinct near.file_id from unnest($1::integer[]) as band (hash)
          cross join lateral (select file_id from catalogue.image_bands
            where hash = band.hash limit ${PER_BAND}) as near) as found
      join catalogue.image_prints p using (file_id)
      join catalogue.gallery g using (file_id) where g.service_id <> $2`,
    values: [bands, service.serviceId],
  });
  const near = new Map<string, SimilarService['pictures']>();
  for (const other of rows) {
    for (const mine of own.rows) {
      const similarity = pictureSimilarity(mine.bits, other.bits);
      if (similarity === undefined) continue;
      const pair = { own: mine.file_id, other: other.file_id, similarity };
      near.set(other.service_id, [...(near.get(other.service_id) ?? []), pair]);
    }
  }
  return near;
}
