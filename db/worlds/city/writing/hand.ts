import { type Chance, chanceOf, between, seedOf, zipfPick, zipfPlace } from '../chance.ts';
import type { Hand } from './grammar.ts';
import { conjugated, inflected } from './inflect.ts';
import type { LeafWords, Texts } from './read-texts.ts';

/** How often a seller says a thing in their own usual way instead of any. */
const OWN_WAY = 0.72;
const OWN_WORD = 0.35;

/** What decides how a seller writes: a number of their own. */
export interface Taste {
  seed: number;
}

/** Words of Arabic for a leaf, chosen by Zipf's law, with a seller's own favourites among them. */
export function arabicHand(
  texts: Texts,
  of: { words: LeafWords; taste: Taste; chance: Chance },
): Hand {
  const { words, taste, chance } = of;
  const lists: Readonly<Record<string, readonly string[]>> = {
    act: words.act,
    thing: words.thing,
    part: words.part,
    tool: words.tool,
    topic: words.topic,
    domain: texts.domains,
    place: texts.cities,
    how: texts.manners,
    adj: texts.adjectives,
    audience: texts.audiences,
  };
  const said = new Map<string, string>();
  const last = new Map<string, string>();
  const chosen = (name: string): string => {
    const list = lists[name];
    const of = { name, taste, chance };
    return list === undefined ? figure(texts, of) : (rare(texts, of) ?? fromList(list, of));
  };
  return {
    word(slot) {
      const name = slot.replace(/\d$/, '');
      // The thing itself stays what the title says; a second one is another.
      const known = slot === 'thing' || slot === 'act' ? said.get(slot) : undefined;
      if (known !== undefined) return known;
      let word = chosen(name);
      for (let again = 0; again < 3 && word === last.get(name); again += 1) word = chosen(name);
      last.set(name, word);
      if (slot === 'thing' || slot === 'act') said.set(slot, word);
      return INFLECTED.has(name) ? inflected(chance, word) : word;
    },
    way: (id, count) => wayOf(chance, { taste, id, count }),
  };
}

const INFLECTED = new Set(['topic', 'part', 'coined']);

/** What lies outside the leaf's own words: other trades, and names. Undefined: the leaf's own. */
function rare(
  texts: Texts,
  of: { name: string; taste: Taste; chance: Chance },
): string | undefined {
  const { name, chance } = of;
  const share = chance();
  switch (name) {
    case 'topic':
      if (share < 0.2) return coinedName(texts, of);
      return share < 0.55 ? zipfPick(chance, texts.allTopics) : undefined;
    case 'part':
      if (share < 0.06) return coinedName(texts, of);
      return share < 0.25 ? zipfPick(chance, texts.allParts) : undefined;
    case 'domain':
      return share < 0.5 ? `${fromList(texts.domains, of)} ${coinedName(texts, of)}` : undefined;
    case 'audience':
      return share < 0.15 ? `محبي ${coinedName(texts, of)}` : undefined;
    default:
      return undefined;
  }
}

function wayOf(chance: Chance, of: { taste: Taste; id: number; count: number }): number {
  if (chance() < OWN_WAY) {
    // The usual way of most sellers is the commonest one: Zipf's law holds for habits too.
    const habit = chanceOf(of.taste.seed, of.id);
    return zipfPlace(habit, of.count);
  }
  return zipfPlace(chance, of.count);
}

function fromList(
  list: readonly string[],
  of: { name: string; taste: Taste; chance: Chance },
): string {
  const { name, taste, chance } = of;
  const place = zipfPlace(chance, list.length);
  if (chance() >= OWN_WORD) return list[place] ?? '';
  const turn = seedOf(taste.seed, name.length, name.charCodeAt(0)) % list.length;
  return list[(place + turn) % list.length] ?? '';
}

/** Numbers, durations and coined names. */
function figure(texts: Texts, of: { name: string; taste: Taste; chance: Chance }): string {
  const { name, taste, chance } = of;
  switch (name) {
    case 'n':
      return String(zipfPick(chance, [3, 5, 10, 2, 4, 7, 6, 20, 8, 15, 30, 12, 50, 25, 100]));
    case 'big':
      return String(zipfPick(chance, [100, 50, 200, 300, 500, 1_000, 70, 120, 150, 80, 400, 250]));
    case 'days':
      return daysInWords(zipfPick(chance, [3, 1, 2, 5, 7, 4, 10, 14, 30, 6, 21]));
    case 'years':
      return yearsInWords(3 + (seedOf(taste.seed, 7) % 5) + (chance() < 0.1 ? 6 : 0));
    case 'coined':
      return coinedName(texts, { taste, chance });
    case 'verb':
      return conjugated(chance, fromList(texts.verbs, of));
    default:
      throw new Error(`No words for {${name}}`);
  }
}

/** Ranks from which names begin: each is rarer than the trade's own words (Mandelbrot's shift). */
const NAMES_FROM = 150;

/** Shops and projects a seller speaks of: some their own again and again, most once. */
function coinedName(texts: Texts, of: { taste: Taste; chance: Chance }): string {
  const { taste, chance } = of;
  const own = chance() < 0.2;
  const source = own ? chanceOf(taste.seed, 11, between(chance, 0, 5)) : chance;
  const { length } = texts.coined;
  const place = NAMES_FROM * (((length + NAMES_FROM) / NAMES_FROM) ** source() - 1);
  return texts.coined[Math.min(length - 1, Math.floor(place))] ?? '';
}

/** «3 أيام» as Arabic counts. */
function daysInWords(days: number): string {
  if (days === 1) return 'يوم واحد';
  if (days === 2) return 'يومين';
  return days <= 10 ? `${days} أيام` : `${days} يوما`;
}

function yearsInWords(years: number): string {
  return years <= 10 ? `${years} سنوات` : `${years} سنة`;
}

/** Words of English, for the sellers who write in it. */
export function englishHand(texts: Texts, of: { taste: Taste; chance: Chance }): Hand {
  const { taste, chance } = of;
  const said = new Map<string, string>();
  const words: Readonly<Record<string, readonly string[] | undefined>> = { ...texts.englishWords };
  return {
    word(slot) {
      const name = slot.replace(/\d$/, '');
      if (name === 'years') return `${2 + (seedOf(taste.seed, 7) % 11)} years`;
      if (name === 'place') return zipfPick(chance, ENGLISH_PLACES);
      const list = words[name];
      if (list === undefined) throw new Error(`No English words for {${slot}}`);
      const known = said.get(slot);
      if (known !== undefined) return known;
      const word = fromList(list, { name, taste, chance });
      if (slot === 'thing' || slot === 'act') said.set(slot, word);
      return word;
    },
    way: (id, count) => wayOf(chance, { taste, id, count }),
  };
}

const ENGLISH_PLACES = [
  'Cairo',
  'Riyadh',
  'Amman',
  'Dubai',
  'Casablanca',
  'Tunis',
  'Beirut',
  'Jeddah',
];
