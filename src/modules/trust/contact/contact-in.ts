import type { Ctx } from '#platform/context';
import type { ContactPart } from './contact-part.ts';
import { type ContactPlace, findContact } from './find-contact.ts';

/** The pieces of a text that lead out of this site; links to the site itself stay. */
export function contactIn(ctx: Ctx, text: string, place: ContactPlace): ContactPart[] {
  return findContact(text, { place, ownHosts: [new URL(ctx.site.publicUrl).host] });
}
