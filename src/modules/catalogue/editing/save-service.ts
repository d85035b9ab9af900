import { keepFiles } from '#media';
import { type Ctx, inTransaction, type TxCtx } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { categories } from '../categories/categories.ts';
import { ServiceEdited, ServiceMoved } from '../catalogue-errors.ts';
import { checkGallery } from '../gallery/check-gallery.ts';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { isApproved, isEditable, type Service } from '../service.ts';
import { lockOwnService } from '../service-policy.ts';
import { writeHistory } from '../service-store.ts';
import { latestVersion } from '../versions/revision.ts';
import { keepSold } from '../versions/sell-content.ts';
import { checkService } from './check-service.ts';
import { priceRules } from './price-rules.ts';
import { saveApproved } from './save-approved.ts';
import type { SaveOutcome } from './save-outcome.ts';
import { inputOf, type ServiceInput } from './service-input.ts';
import { isSameContent } from './small-edit.ts';
import { writeContent } from './write-content.ts';

/**
 * Saves what the seller wrote. Of an approved service a small edit (texts by at most three
 * characters, prices) passes at once; anything more becomes its next version, which goes to review
 * while the old one sells (SPEC 2.4). `version` is the one the form was opened with. Refuses
 * NotFound, ServiceMoved (archived), ServiceEdited (changed since), InvalidInput.
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
    if (latestVersion(service) !== version) throw new ServiceEdited();
    if (isSameContent(service.revision?.content ?? inputOf(service), input)) return 'unchanged';
    const draft = service.state === 'draft' || service.state === 'rejected';
    const problems = checkService(input, rules, { draft });
    if (!tree.leafOf(input.leafKey)) problems.leaf = 'required';
    const gallery = await checkGallery(tx, service, { imageIds: input.imageIds, draft });
    if (gallery) problems.images ??= gallery;
    if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
    await keepFiles(tx, input.imageIds);
    return isApproved(service.state)
      ? saveApproved(tx, service, input)
      : saveUnapproved(tx, service, input);
  });
  forgetSellableService(serviceId);
  return outcome;
}

async function saveUnapproved(
  tx: TxCtx,
  service: Service,
  content: ServiceInput,
): Promise<SaveOutcome> {
  const version = service.lastVersion + 1;
  await keepSold(tx, service);
  await writeContent(tx, service, { content, version });
  await writeHistory(tx, { ...service, version }, { verb: 'edit', to: service.state });
  return 'saved';
}
