import type { ContactKind, ContactPart } from './contact-part.ts';
import { findEmails, findHandles, findLinks, findNamesOnNetworks } from './find-addresses.ts';
import { findInvitations } from './find-invitations.ts';
import { findNumbers, type Stretch } from './find-numbers.ts';
import { drawnTogether, flatText, type FlatText } from './flat-text.ts';

/** Where a text stands decides what in it is a way out. */
export type ContactPlace = 'talk' | 'order' | 'service';

/** Which kinds are looked for: in a paid order links and names are material of the work. */
const KINDS: Readonly<Record<ContactPlace, readonly ContactKind[]>> = {
  talk: ['chat', 'phone', 'email', 'link', 'handle'],
  order: ['chat', 'phone', 'email'],
  service: ['chat', 'phone', 'email', 'link', 'handle'],
};

/** Kinds that are an exchange of contact by themselves; a link or a name alone may be an example. */
const GRAVE: readonly ContactKind[] = ['chat', 'phone', 'email'];

/**
 * The pieces of a text that lead out of the site, in their order and apart (SPEC 7.2): telephone
 * numbers in any digits or in words, addresses, links, names on other networks, and invitations to
 * talk there. It hears what a reader would: marks, decoration, invisible signs and look-alike letters
 * do not hide, and what is sold («تصميم ملصقات واتساب») is no invitation. Pure; a text of 5,000
 * characters takes a few milliseconds. `ownHosts` are hosts whose links stay.
 */
export function findContact(
  text: string,
  where: { place: ContactPlace; ownHosts: readonly string[] },
): ContactPart[] {
  const flat = flatText(text);
  const drawn = drawnTogether(flat);
  const kinds = KINDS[where.place];
  const found = [flat, ...(drawn ? [drawn] : [])]
    .flatMap((one) => partsIn(one, where.ownHosts))
    .filter(({ kind }) => kinds.includes(kind));
  return apart(found);
}

/** Whether what was found is an exchange of contact by itself. */
export function isGrave(parts: readonly ContactPart[]): boolean {
  return parts.some(({ kind }) => GRAVE.includes(kind));
}

function partsIn(flat: FlatText, ownHosts: readonly string[]): ContactPart[] {
  const { text } = flat;
  const as = (kind: ContactKind) => (stretch: Stretch) => inOriginal(flat, stretch, kind);
  return [
    ...findInvitations(text).map(as('chat')),
    ...findNamesOnNetworks(text).map(as('chat')),
    ...findLinks(text, ownHosts).map((link) => inOriginal(flat, link, link.kind)),
    ...findNumbers(text).map(as('phone')),
    ...findEmails(text).map(as('email')),
    ...findHandles(text).map(as('handle')),
  ];
}

/** With what is not heard at its end: a keycap goes with its digit. */
function inOriginal(flat: FlatText, { from, to }: Stretch, kind: ContactKind): ContactPart {
  return { from: flat.from[from] ?? 0, to: flat.from[to] ?? flat.length, kind };
}

/** Pieces that touch become one, of the graver kind. */
function apart(parts: readonly ContactPart[]): ContactPart[] {
  const sorted = [...parts].sort((one, two) => one.from - two.from || two.to - one.to);
  const all: ContactPart[] = [];
  for (const part of sorted) {
    const last = all.at(-1);
    if (!last || part.from >= last.to) {
      all.push({ ...part });
      continue;
    }
    last.to = Math.max(last.to, part.to);
    if (isGrave([part]) && !isGrave([last])) last.kind = part.kind;
  }
  return all;
}
