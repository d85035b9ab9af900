import { requireRole } from '#identity';
import type { Ctx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import type { Service, ServiceState } from '../service.ts';
import { findService } from '../service-store.ts';

export interface HistoryLine {
  verb: string;
  toState: ServiceState;
  actor: string;
  notes: Record<string, string>;
  at: Date;
}

/** A service for a reviewer, with what happened to it so far (newest first, at most 30). Refuses NotFound. */
export async function getServiceForReview(
  ctx: Ctx,
  serviceId: string,
): Promise<{ service: Service; history: HistoryLine[] }> {
  requireRole(ctx, 'reviewer');
  const service = await findService(ctx, serviceId);
  // What was never sent to the reviewers is its seller's own affair.
  if (!service?.submittedAt) throw new NotFound();
  const { rows } = await ctx.pool.query<HistoryLine>({
    name: 'catalogue-service-history',
    text: `select verb, to_state as "toState", actor, notes, at from catalogue.service_history
      where service_id = $1 order by id desc limit 30`,
    values: [serviceId],
  });
  return { service, history: rows };
}
