import type { Ctx } from '#platform/context';
import { contactIn, type ContactPart } from '#trust';
import type { ServiceInput } from '../editing/service-input.ts';
import type { ReviewedField } from './reject-service.ts';

/** A field of a service with what in it looks like a way out of the site. */
export interface ServiceContact {
  field: ReviewedField;
  text: string;
  parts: ContactPart[];
}

/**
 * What in the texts of a service looks like contact outside (SPEC 2.5). A reviewer reads every text
 * before it is sold, so nothing is masked or refused here: it is shown to the seller and the reviewer.
 */
export function findServiceContact(ctx: Ctx, content: ServiceInput): ServiceContact[] {
  const lines = (list: readonly string[]) => list.join('\n');
  const { title, description, tags, upgrades, questions, faq, rightsText } = content;
  const texts: [ReviewedField, string][] = [
    ['title', title],
    ['description', description],
    ['tags', lines(tags)],
    ['upgrades', lines(upgrades.map((upgrade) => upgrade.title))],
    ['questions', lines(questions.flatMap(({ label, choices }) => [label, ...choices]))],
    ['faq', lines(faq.flatMap(({ question, answer }) => [question, answer]))],
    ['rights', rightsText],
  ];
  return texts.flatMap(([field, text]) => {
    const parts = contactIn(ctx, text, 'service');
    return parts.length > 0 ? [{ field, text, parts }] : [];
  });
}
