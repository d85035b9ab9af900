/**
 * What leads out of the site: a number, an address, a way into a chat (or the asking for one), a link,
 * a name on another network.
 */
export type ContactKind = 'phone' | 'email' | 'chat' | 'link' | 'handle';

/** A piece of a text, in UTF-16 units of it. */
export interface ContactPart {
  from: number;
  to: number;
  kind: ContactKind;
}

/** What is masked stands as dots of one length: even the number of digits says nothing. */
const MASK = '•••••';

/** The text as the other side reads it. */
export function maskContact(text: string, parts: readonly ContactPart[]): string {
  let masked = '';
  let at = 0;
  for (const { from, to } of parts) {
    if (from < at) continue;
    masked += text.slice(at, from) + MASK;
    at = to;
  }
  return masked + text.slice(at);
}
