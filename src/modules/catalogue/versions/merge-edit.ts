import type { ServiceInput } from '../editing/service-input.ts';
import { approvedPart, isSmallEdit } from '../editing/small-edit.ts';
import type { ApprovedContent } from '../service.ts';

interface Edit {
  /** What is sold now. */
  sold: ServiceInput;
  /** The next version before the edit, and after it. */
  before: ServiceInput;
  after: ServiceInput;
}

const FIELDS = [
  'title',
  'description',
  'rightsText',
  'tags',
  'questions',
  'faq',
  'upgrades',
] as const satisfies readonly (keyof ServiceInput)[];

/**
 * What of an edit of the next version is sold at once as well: the price, and small corrections of
 * what both versions said alike (SPEC 2.4). What the next version says of its own waits with it.
 */
export function mergeEdit(approved: ApprovedContent, { sold, before, after }: Edit): ServiceInput {
  let merged = sold;
  if (sold.basePriceMinor === before.basePriceMinor) {
    merged = { ...merged, basePriceMinor: after.basePriceMinor };
  }
  for (const field of FIELDS) {
    if (said(sold, field) !== said(before, field)) continue;
    const tried = { ...merged, [field]: after[field] };
    if (isSmallEdit(approved, approvedPart(tried))) merged = tried;
  }
  return merged;
}

/** A field without the ids that the two versions may have given differently. */
function said(content: ServiceInput, field: (typeof FIELDS)[number]): string {
  return JSON.stringify(content[field], (key, value: unknown) => {
    if (key === 'upgradeId' || key === 'questionId') return undefined;
    return typeof value === 'bigint' ? value.toString() : value;
  });
}
