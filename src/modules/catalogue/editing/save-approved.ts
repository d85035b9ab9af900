import type { TxCtx } from '#platform/context';
import { refreshListing } from '../listing/list-service.ts';
import type { Service } from '../service.ts';
import { writeHistory } from '../service-store.ts';
import { mergeEdit } from '../versions/merge-edit.ts';
import { moveRevision, openRevision, writeRevision } from '../versions/revision-store.ts';
import { sellContent } from '../versions/sell-content.ts';
import type { SaveOutcome } from './save-outcome.ts';
import { inputOf, type ServiceInput } from './service-input.ts';
import { approvedPart, isSameContent, isSmallEdit } from './small-edit.ts';

/** Decides by what was approved whether a change is sold at once, on both versions, or reviewed first. */
export async function saveApproved(
  tx: TxCtx,
  service: Service,
  content: ServiceInput,
): Promise<SaveOutcome> {
  const { approvedContent, revision, lastVersion } = service;
  if (!approvedContent) throw new Error(`${service.serviceId} is on sale and was never approved`);
  if (isSmallEdit(approvedContent, approvedPart(content))) {
    // What is left of the next version, if there was one, is no change of meaning.
    if (revision) await moveRevision(tx, service, { verb: 'drop-revision' });
    await sellAtOnce(tx, service, content);
    return 'passed-at-once';
  }
  if (!revision) {
    await openRevision(tx, service, { version: lastVersion + 1, content });
    return 'sent-to-review';
  }
  const sold = inputOf(service);
  const merged = mergeEdit(approvedContent, { sold, before: revision.content, after: content });
  const both = !isSameContent(sold, merged);
  if (both) await sellAtOnce(tx, service, merged);
  await writeRevision(tx, service, { version: lastVersion + (both ? 2 : 1), content });
  return both ? 'passed-on-both' : 'revision-saved';
}

async function sellAtOnce(tx: TxCtx, before: Service, content: ServiceInput): Promise<void> {
  const service = { ...before, version: before.lastVersion + 1 };
  await sellContent(tx, before, { content, version: service.version, edition: before.edition });
  await writeHistory(tx, service, { verb: 'edit', to: before.state });
  await refreshListing(tx, service);
}
