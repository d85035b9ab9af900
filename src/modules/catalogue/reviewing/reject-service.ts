import { recordAct } from '#audit';
import { type Ctx, inTransaction } from '#platform/context';
import { recordFact } from '#platform/facts';
import { sql } from 'kysely';
import { ReasonMissing } from '../catalogue-errors.ts';
import { serviceReviewed } from '../catalogue-facts.ts';
import { lockForReview, requireWaiting } from '../service-policy.ts';
import { moveService } from '../service-store.ts';
import { moveRevision } from '../versions/revision-store.ts';

/** The fields a reviewer can give a reason for. */
export const reviewedFields = [
  'title',
  'leaf',
  'description',
  'images',
  'price',
  'days',
  'upgrades',
  'questions',
  'faq',
  'tags',
  'rights',
  'other',
] as const;

export type ReviewedField = (typeof reviewedFields)[number];

/** A reason the seller can act on, and no novel. */
export const reasonLength = { from: 5, to: 500 } as const;

/**
 * A reviewer says what must change, a reason for each field (SPEC 2.4). Refuses NotFound,
 * OwnServiceReview, ReasonMissing (none, or shorter than five characters), ServiceMoved (another
 * reviewer was faster), ServiceEdited.
 */
export async function rejectService(
  ctx: Ctx,
  input: { serviceId: string; version: number; reasons: Partial<Record<ReviewedField, string>> },
): Promise<void> {
  const reasons = givenReasons(input.reasons);
  await inTransaction(ctx, async (tx) => {
    const service = await lockForReview(tx, input.serviceId);
    if (Object.keys(reasons).length === 0) throw new ReasonMissing();
    requireWaiting(service, input.version);
    if (service.revision) {
      await moveRevision(tx, service, { verb: 'reject-revision', notes: reasons });
    } else {
      await sql`update catalogue.services set review_notes = ${JSON.stringify(reasons)}
        where id = ${service.serviceId}`.execute(tx.db);
      await moveService(tx, service, { verb: 'reject', notes: reasons });
    }
    await recordFact(tx, serviceReviewed, {
      serviceId: service.serviceId,
      sellerId: service.sellerId,
      approved: false,
      ofRevision: service.revision !== undefined,
    });
    await recordAct(tx, {
      verb: 'catalogue.reject-service',
      subjectKind: 'service',
      subjectId: service.serviceId,
      reason: Object.values(reasons).join('\n'),
      after: { state: 'rejected', version: input.version },
    });
  });
}

function givenReasons(reasons: Partial<Record<string, string>>): Record<string, string> {
  const given: Record<string, string> = {};
  for (const field of reviewedFields) {
    const reason = reasons[field]?.trim() ?? '';
    if (reason === '') continue;
    if (reason.length < reasonLength.from || reason.length > reasonLength.to)
      throw new ReasonMissing();
    given[field] = reason;
  }
  return given;
}
