import { type Ctx, requireMember } from '#platform/context';
import type { ServiceCardData } from '../listing/card.ts';
import { cardsOf } from '../listing/list-cards.ts';

/** A favourite that cannot be bought now: its name, to know what is gone for a while. */
export interface HiddenFavourite {
  number: number;
  title: string;
}

const PAGE = 48;

/** The member's favourites, the last kept first, 48 a page; those off the lists apart. */
export async function listFavourites(
  ctx: Ctx,
  page: number,
): Promise<{
  cards: ServiceCardData[];
  hidden: HiddenFavourite[];
  total: number;
  pageCount: number;
}> {
  const memberId = requireMember(ctx);
  const { rows } = await ctx.pool.query<{
    id: string;
    number: number;
    title: string;
    total: number;
  }>({
    name: 'catalogue-favourites',
    text: `select s.id, s.number, s.title, count(*) over ()::int as total
      from catalogue.favourites f join catalogue.services s on s.id = f.service_id
      where f.member_id = $1 and s.state in ('published', 'paused')
      order by f.at desc, f.service_id limit ${PAGE} offset $2`,
    values: [memberId, (page - 1) * PAGE],
  });
  const cards = await cardsOf(
    ctx,
    rows.map(({ id }) => id),
  );
  const listed = new Set(cards.map(({ serviceId }) => serviceId));
  const total = rows[0]?.total ?? 0;
  return {
    cards,
    hidden: rows
      .filter(({ id }) => !listed.has(id))
      .map(({ number, title }) => ({ number, title })),
    total,
    pageCount: Math.ceil(total / PAGE),
  };
}

/** Which of these services the reader keeps, by number; none for a stranger, without a round trip. */
export async function favouritesAmong(
  ctx: Ctx,
  numbers: readonly number[],
): Promise<ReadonlySet<number>> {
  if (ctx.actor.kind !== 'member' || numbers.length === 0) return new Set();
  const { rows } = await ctx.pool.query<{ number: number }>({
    name: 'catalogue-favourites-among',
    text: `select s.number from catalogue.services s
      join catalogue.favourites f on f.service_id = s.id and f.member_id = $1
      where s.number = any($2)`,
    values: [ctx.actor.memberId, [...numbers]],
  });
  return new Set(rows.map(({ number }) => number));
}
