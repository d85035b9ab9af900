import { listFiles } from '#media';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { categories } from '../categories/categories.ts';
import { ServiceEdited, ServiceMoved } from '../catalogue-errors.ts';
import { forgetSellableService } from '../get-sellable-service.ts';
import { relist, unlist } from '../listing/list-service.ts';
import { isApproved, isEditable, type Service } from '../service.ts';
import { lockOwnService } from '../service-policy.ts';
import { findService, moveService, writeHistory } from '../service-store.ts';
import { checkService } from './check-service.ts';
import { priceRules } from './price-rules.ts';
import type { ServiceInput } from './service-input.ts';
import { inputOf } from './service-input.ts';
import { approvedPart, isSmallEdit } from './small-edit.ts';
import { writeContent } from './write-content.ts';

/** What became of a saved service: kept as it stands, sold at once as changed, or sent to review. */
export type SaveOutcome = 'unchanged' | 'saved' | 'passed-at-once' | 'sent-to-review';

/**
 * Saves what the seller wrote. Of an approved service a small edit (texts by at most three
 * characters, prices) passes at once; anything more sends it to review and takes it off the lists
 * (SPEC 2.4). `version` is the one the form was opened with. Refuses NotFound, ServiceMoved
 * (archived), ServiceEdited (changed since), InvalidInput.
 */
export async function saveService(
  ctx: Ctx,
  given: { serviceId: string; version: number; input: ServiceInput },
): Promise<SaveOutcome> {
  const { serviceId, version, input } = given;
  const rules = await priceRules(ctx);
  const tree = await categories(ctx);
  const outcome = await inTransaction(ctx, async (tx): Promise<SaveOutcome> => {
    const service = await lockOwnService(tx, serviceId);
    if (!isEditable(service.state)) throw new ServiceMoved(service.state);
    if (service.version !== version) throw new ServiceEdited();
    if (isSame(inputOf(service), input)) return 'unchanged';
    const draft = service.state === 'draft' || service.state === 'rejected';
    const problems = checkService(input, rules, { draft });
    if (!tree.leafOf(input.leafKey)) problems.leaf = 'required';
    if (!(await ownsImages(tx, service, input.imageIds))) problems.images = 'invalid';
    if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
    await writeContent(tx, service, input);
    return settle(tx, service, input);
  });
  forgetSellableService(serviceId);
  return outcome;
}

/** Decides by what was approved whether the change is sold at once or reviewed first. */
async function settle(tx: TxCtx, before: Service, input: ServiceInput): Promise<SaveOutcome> {
  const service = { ...before, version: before.version + 1 };
  if (!isApproved(before.state)) {
    await writeHistory(tx, service, { verb: 'edit', to: before.state });
    return 'saved';
  }
  if (before.approvedContent && isSmallEdit(before.approvedContent, approvedPart(input))) {
    await writeHistory(tx, service, { verb: 'edit', to: before.state });
    const saved = await findService(tx, before.serviceId);
    if (saved) await relist(tx, saved);
    return 'passed-at-once';
  }
  await moveService(tx, service, { verb: 'rework' });
  await unlist(tx, service);
  return 'sent-to-review';
}

function isSame(before: ServiceInput, after: ServiceInput): boolean {
  return comparable(before) === comparable(after);
}

function comparable(input: ServiceInput): string {
  const prices = [input.basePriceMinor, ...input.upgrades.map(({ priceMinor }) => priceMinor)];
  return JSON.stringify([approvedPart(input), prices.map(String)]);
}

/** Pictures are the seller's own uploads for galleries, each once. */
async function ownsImages(
  tx: TxCtx,
  service: Service,
  imageIds: readonly string[],
): Promise<boolean> {
  if (new Set(imageIds).size !== imageIds.length) return false;
  const files = await listFiles(tx, imageIds);
  return (
    files.length === imageIds.length &&
    files.every((file) => file.ownerId === service.sellerId && file.purpose === 'gallery')
  );
}
