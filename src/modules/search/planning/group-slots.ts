import type { Alternative, Group } from '../analysis/types.ts';
import type { SynonymMember } from '../lexicon/lexicon.ts';
import type { Join } from './join-slots.ts';
import { offer, type Slot, type Sources } from './slot.ts';

const SYNONYM = 0.72;
/** Combinations of one phrase; the heaviest are kept. */
const MOST_ALTERNATIVES = 32;

interface Span {
  from: number;
  to: number;
  alternatives: Alternative[];
}

/** Words become groups; words that make one phrase become one group with what means the same. */
export function groupSlots(
  sources: Sources,
  slots: readonly Slot[],
  joins: readonly Join[],
): Group[] {
  const allStops = slots.every(({ token }) => token.stop);
  for (const slot of slots) offerSynonyms(sources, slot);
  const spans = chooseSpans([...joinSpans(slots, joins), ...phraseSpans(sources, slots)]);
  const groups: Group[] = [];
  for (let at = 0; at < slots.length; ) {
    const span = spans.find(({ from }) => from === at);
    const to = span?.to ?? at + 1;
    const members = slots.slice(at, to);
    const alternatives = span ? alternativesOf(members, span) : (members[0]?.alternatives ?? []);
    groups.push({
      tokenSpan: [at, to],
      surfaces: members.map(({ token }) => token.surface),
      alternatives: [...alternatives].sort((a, b) => b.weight - a.weight),
      optional: !allStops && members.every(({ token }) => token.stop),
    });
    at = to;
  }
  return groups;
}

/** What means the same as a single word. */
function offerSynonyms({ lexicon }: Sources, slot: Slot): void {
  if (slot.token.stop) return;
  const own = slot.mainTerm === slot.token.term ? 1 : 0.8;
  for (const { terms, answers } of lexicon.synonyms.get(slot.mainTerm) ?? []) {
    if (terms.length > 1) continue;
    for (const answer of answers) {
      offer(slot.alternatives, { terms: answer, weight: SYNONYM * own, reading: 'synonym' });
    }
  }
}

/** Phrases of the question that have synonyms («سيرة ذاتية»); stop words inside are passed over. */
function phraseSpans({ lexicon }: Sources, slots: readonly Slot[]): Span[] {
  const found: Span[] = [];
  for (const [from, slot] of slots.entries()) {
    for (const member of lexicon.synonyms.get(slot.mainTerm) ?? []) {
      const to = member.terms.length > 1 ? endOf(slots, from, member) : undefined;
      if (to === undefined) continue;
      const alternatives = member.answers.map(
        (terms): Alternative => ({ terms, weight: SYNONYM, reading: 'synonym' }),
      );
      found.push({ from, to, alternatives });
    }
  }
  return found;
}

function endOf(slots: readonly Slot[], from: number, { terms }: SynonymMember): number | undefined {
  let at = from;
  for (const [place, term] of terms.entries()) {
    while (place > 0 && slots[at]?.token.stop && slots[at]?.mainTerm !== term) at += 1;
    if (slots[at]?.mainTerm !== term) return undefined;
    at += 1;
  }
  return at;
}

function joinSpans(slots: readonly Slot[], joins: readonly Join[]): Span[] {
  return joins.map(({ from, to, alternative, written }) => {
    const unknown = slots.slice(from, to).some(({ token }) => !token.known);
    if (unknown) {
      for (const slot of slots.slice(from, to)) delete slot.shown;
      const first = slots[from];
      if (first !== undefined && slots.length === 0) first.shown = written;
    }
    return { from, to, alternatives: [alternative] };
  });
}

/** Longest first, none over another; of the same words all answers. */
function chooseSpans(spans: Span[]): Span[] {
  const chosen: Span[] = [];
  for (const span of spans.sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const same = chosen.find(({ from, to }) => from === span.from && to === span.to);
    if (same !== undefined) same.alternatives.push(...span.alternatives);
    else if (!chosen.some(({ from, to }) => span.from < to && from < span.to)) chosen.push(span);
  }
  return chosen;
}

function alternativesOf(members: readonly Slot[], span: Span): Alternative[] {
  const found = combine(members.filter(({ token }) => !token.stop || members.length === 1));
  for (const alternative of span.alternatives) offer(found, alternative);
  return found.sort((a, b) => b.weight - a.weight).slice(0, MOST_ALTERNATIVES);
}

/** All of the words, each in any of its ways. */
function combine(members: readonly Slot[]): Alternative[] {
  let found: Alternative[] = [{ terms: [], weight: 1, reading: 'surface' }];
  for (const { alternatives } of members) {
    found = found
      .flatMap((start) => alternatives.map((next) => both(start, next)))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, MOST_ALTERNATIVES);
  }
  return found;
}

function both(start: Alternative, next: Alternative): Alternative {
  const terms = [...new Set([...start.terms, ...next.terms])];
  const weight = start.terms.length === 0 ? next.weight : (start.weight + next.weight) / 2;
  return { terms, weight, reading: next.weight < start.weight ? next.reading : start.reading };
}
