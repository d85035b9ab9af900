import { analyseText } from '../analysis/analyse-text.ts';
import type { Group, Plan, Token } from '../analysis/types.ts';
import { joinSlots } from './join-slots.ts';
import { otherLayouts } from './keyboard-layout.ts';
import { readToken } from './read-token.ts';
import { isKnown, type Slot, type Sources } from './slot.ts';
import { groupSlots } from './group-slots.ts';

/** Of a longer question only the beginning is looked at. */
const LONGEST = 200;
const MOST_WORDS = 12;
const MOST_TOKENS = 24;
const MOST_GUESSED = 5;

/** What a question means, with everything that would answer it. Any text has a plan. */
export function planQuery(sources: Sources, text: string): Plan {
  return planAs(sources, text, false);
}

/**
 * What else may be meant by a question for which nothing was found: its words are doubted although
 * they exist. Undefined when that changes nothing; else to be asked before words are given up.
 */
export function doubtQuery(sources: Sources, text: string): Plan | undefined {
  const plan = planAs(sources, text, true);
  return plan.correction === undefined ? undefined : plan;
}

function planAs(sources: Sources, text: string, doubting: boolean): Plan {
  const asked = text.slice(0, LONGEST);
  const typed = boundedTokens(sources, asked);
  const other = otherLayout(sources, { asked, typed });
  const tokens = other?.tokens ?? typed;
  const words = tokens.filter(({ stop }) => !stop).length;
  const last = tokens.length - 1;
  const slots = tokens.map((token, at) =>
    readToken(sources, token, {
      last: at === last,
      words: words || tokens.length,
      beside: [tokens[at - 1]?.term ?? '', tokens[at + 1]?.term ?? ''],
      mayGuess: unknownBefore(sources, tokens, at) < MOST_GUESSED,
      doubting,
    }),
  );
  const joins = joinSlots(sources, slots);
  const groups = groupSlots(sources, slots, joins);
  const shown = shownText(other?.text ?? asked, slots);
  return {
    tokens,
    groups,
    ...(shown === asked || shown === '' ? {} : { correction: { shown, original: asked } }),
    relaxOrder: relaxOrder(sources, groups),
  };
}

function unknownBefore(sources: Sources, tokens: readonly Token[], at: number): number {
  return tokens.slice(0, at).filter((token) => !isKnown(sources, token)).length;
}

function boundedTokens({ lexicon }: Sources, text: string): Token[] {
  const tokens = analyseText(lexicon, text).slice(0, MOST_TOKENS);
  let words = 0;
  return tokens.filter(({ stop }) => {
    if (!stop) words += 1;
    return words <= MOST_WORDS;
  });
}

/** The keys of the other keyboard, if they make known words where the typed ones do not. */
function otherLayout(
  sources: Sources,
  { asked, typed }: { asked: string; typed: readonly Token[] },
): { text: string; tokens: Token[] } | undefined {
  const known = typed.filter((token) => isKnown(sources, token)).length;
  if (typed.length > 0 && known === typed.length) return undefined;
  for (const text of otherLayouts(asked)) {
    const tokens = boundedTokens(sources, text);
    const isWord = (token: Token) => token.surface.length > 1 && isKnown(sources, token);
    if (tokens.length > 0 && tokens.every(isWord)) return { text, tokens };
  }
  return undefined;
}

/** The question with its corrected words in place. */
function shownText(text: string, slots: readonly Slot[]): string {
  let shown = '';
  let from = 0;
  for (const { token, shown: corrected } of slots) {
    const word = corrected ?? withoutDrawl(text.slice(token.start, token.end));
    if (word === undefined) continue;
    shown += text.slice(from, token.start) + word;
    from = token.end;
  }
  return from === 0 ? text : shown + text.slice(from);
}

/** «تصميممم»: the index never sees it, the asker may as well read the word. */
function withoutDrawl(typed: string): string | undefined {
  const drawl = /(\p{L})\1{2,}/gu;
  return drawl.test(typed) ? typed.replace(drawl, '$1') : undefined;
}

/** Words that no service holds are given up first, then the most frequent. */
function relaxOrder({ vocabulary }: Sources, groups: readonly Group[]): number[] {
  const often = groups.map(({ alternatives }) =>
    Math.max(
      0,
      ...alternatives
        .filter(({ reading }) => reading !== 'correction' && reading !== 'prefix')
        .map(({ terms }) => Math.min(...terms.map((term) => vocabulary.documents(term)))),
    ),
  );
  const rank = (at: number) => (often[at] === 0 ? Infinity : (often[at] ?? 0));
  return groups
    .map((_, at) => at)
    .filter((at) => !groups[at]?.optional)
    .sort((a, b) => rank(b) - rank(a));
}
