import type { Ctx } from '#platform/context';
import { isUuid } from '#platform/ids';

/** Which version of a service was sold under a number, as people are told. */
export interface Edition {
  /** From 1, counting what reviewers approved. */
  edition: number;
  soldFrom: Date;
  /** It is what is sold now, apart from small corrections. */
  current: boolean;
}

/**
 * The edition that an order's service version belongs to, for «قُيّم على الإصدار …» (SPEC 2.4);
 * undefined when nothing was ever sold under that number.
 */
export async function findEdition(
  ctx: Ctx,
  sold: { serviceId: string; version: number },
): Promise<Edition | undefined> {
  if (!isUuid(sold.serviceId)) return undefined;
  const { rows } = await ctx.pool.query<Edition>({
    name: 'catalogue-edition',
    text: `with sold as (
        select edition, coalesce(sold_since, published_at) as sold_from from catalogue.services
          where id = $1 and version = $2
            and (sold_since is not null or (state in ('published', 'paused')))
        union all
        select edition, sold_from from catalogue.past_versions where service_id = $1 and version = $2)
      select sold.edition,
        coalesce((select min(p.sold_from) from catalogue.past_versions p
          where p.service_id = $1 and p.edition = sold.edition), sold.sold_from) as "soldFrom",
        sold.edition = s.edition as current
      from sold, catalogue.services s where s.id = $1 limit 1`,
    values: [sold.serviceId, sold.version],
  });
  return rows[0];
}
