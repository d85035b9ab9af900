import { requireVerified } from '#identity';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { InvalidInput } from '#platform/refusals';
import { ruleAt } from '#settings';
import { standingOf } from '#trust';
import { sql } from 'kysely';
import { DeclarationsMissing, ServiceEdited, TooManyServices } from '../catalogue-errors.ts';
import { serviceSubmitted } from '../catalogue-facts.ts';
import { checkService } from '../editing/check-service.ts';
import { priceRules } from '../editing/price-rules.ts';
import { inputOf } from '../editing/service-input.ts';
import { checkGallery } from '../gallery/check-gallery.ts';
import { countedStates, type Service } from '../service.ts';
import { lockOwnService } from '../service-policy.ts';
import { lockSeller, moveService } from '../service-store.ts';
import { latestVersion } from '../versions/revision.ts';
import { moveRevision } from '../versions/revision-store.ts';

export interface Declarations {
  /** «النص من كتابتي». */
  ownText: boolean;
  /** «الأعمال المعروضة لي». */
  ownWorks: boolean;
  /** «لن أطلب التواصل خارج الموقع». */
  noOutsideContact: boolean;
}

/**
 * Sends a draft, or a rejected service or next version in one click, to the reviewers with the
 * declarations of SPEC 2.5, which the first submission needs. Refuses NotFound, EmailNotVerified, DeclarationsMissing, InvalidInput (what is missing),
 * ServiceEdited, ServiceMoved, TooManyServices (SPEC 2.6).
 */
export async function submitService(
  ctx: Ctx,
  input: { serviceId: string; version: number; declarations?: Declarations },
): Promise<void> {
  const sellerId = await requireVerified(ctx);
  const rules = await priceRules(ctx);
  await inTransaction(ctx, async (tx) => {
    await lockSeller(tx, sellerId);
    const service = await lockOwnService(tx, input.serviceId);
    if (latestVersion(service) !== input.version) throw new ServiceEdited();
    refuseUndeclared(service, input.declarations);
    const content = service.revision?.content ?? inputOf(service);
    const problems = checkService(content, rules);
    const gallery = await checkGallery(tx, service, { ...content, draft: false });
    if (gallery) problems.images ??= gallery;
    if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
    await recordFact(tx, serviceSubmitted, { serviceId: service.serviceId });
    if (service.revision) return moveRevision(tx, service, { verb: 'submit-revision' });
    await refuseOverLimit(tx, sellerId);
    await sql`update catalogue.services set declared_at = ${tx.clock.now()},
        submitted_at = ${tx.clock.now()}, review_notes = '{}'
      where id = ${service.serviceId}`.execute(tx.db);
    await moveService(tx, service, { verb: 'submit' });
  });
}

/** What was declared at the first submission holds for the next ones. */
function refuseUndeclared(service: Service, given: Declarations | undefined): void {
  if (!given && service.submittedAt) return;
  if (!given?.ownText || !given.ownWorks || !given.noOutsideContact)
    throw new DeclarationsMissing();
}

async function refuseOverLimit(tx: TxCtx, sellerId: string): Promise<void> {
  const limitsByLevel = await ruleAt(tx, 'service.limit');
  const limit = limitsByLevel[await standingOf(tx, sellerId)];
  const { rows } = await sql<{ services: number }>`
    select count(*)::int as services from catalogue.services
    where seller_id = ${sellerId} and state = any(${countedStates})`.execute(tx.db);
  if ((rows[0]?.services ?? 0) >= limit) throw new TooManyServices(limit);
}
