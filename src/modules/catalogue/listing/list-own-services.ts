import { type Ctx, requireMember } from '#platform/context';
import type { Revision, ServiceState } from '../service.ts';

/** A line of the seller's own list. */
export interface OwnServiceLine {
  serviceId: string;
  number: number;
  title: string;
  state: ServiceState;
  /** Where its next version stands; undefined when it has none. */
  revisionState: Revision['state'] | undefined;
  /** Undefined without a limit; `running` counts only with one. */
  queueLimit: number | undefined;
  running: number;
  leafKey: string;
  basePriceMinor: bigint;
  deliveryDays: number;
  coverFileId: string | undefined;
  salesCount: number;
  changedAt: Date;
  notesCount: number;
}

/** All services of the member who asks, the last changed first; at most 200. */
export async function listOwnServices(ctx: Ctx): Promise<OwnServiceLine[]> {
  const memberId = requireMember(ctx);
  const { rows } = await ctx.pool.query<
    Omit<OwnServiceLine, 'coverFileId' | 'revisionState' | 'queueLimit'> & {
      queueLimit: number | null;
      coverFileId: string | null;
      revisionState: Revision['state'] | null;
    }
  >({
    name: 'catalogue-own-services',
    text: `select s.id as "serviceId", s.number, s.title, s.state, nullif(r.state, 'closed') as "revisionState",
        s.queue_limit as "queueLimit", coalesce(q.running, 0) as running, s.leaf_key as "leafKey", s.base_price_minor as "basePriceMinor", s.delivery_days as "deliveryDays",
        (select g.file_id from catalogue.gallery g where g.service_id = s.id order by g.position limit 1) as "coverFileId",
        coalesce(f.sales_count, 0) as "salesCount", s.changed_at as "changedAt",
        (select count(*)::int from jsonb_object_keys(
          case when r.state = 'rejected' then r.review_notes else s.review_notes end)) as "notesCount"
      from catalogue.services s left join catalogue.service_figures f on f.service_id = s.id
        left join catalogue.revisions r on r.service_id = s.id
        left join catalogue.queues q on q.service_id = s.id
      where s.seller_id = $1 order by s.changed_at desc, s.number desc limit 200`,
    values: [memberId],
  });
  return rows.map((row) => ({
    ...row,
    coverFileId: row.coverFileId ?? undefined,
    queueLimit: row.queueLimit ?? undefined,
    revisionState: row.revisionState ?? undefined,
  }));
}
