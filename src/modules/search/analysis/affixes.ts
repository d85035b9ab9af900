import type { Paradigm } from '../lexicon/lexicon.ts';

/** A piece that may be cut off a word, and what the cut costs: cheap pieces are frequent ones. */
export interface Affix {
  text: string;
  cost: number;
  /** With an article no pronoun follows; a person's letter makes a verb of the rest. */
  kind: 'none' | 'article' | 'particle' | 'person';
}

const affix = (kind: Affix['kind'], cost: number, texts: string): Affix[] =>
  texts.split(' ').map((text) => ({ text, cost, kind }));

/** «وبالشعار», «هالشعار», «عالموقع», «لالشركة», «بلعربي» (as it is spoken). */
const nominal: Affix[] = [
  { text: '', cost: 0, kind: 'none' },
  ...affix('article', 0.5, 'ال'),
  ...affix('article', 0.6, 'لل بال وال'),
  ...affix('article', 0.9, 'فال كال ولل وبال'),
  ...affix('article', 1.3, 'هال عال لال فلل فبال وكال'),
  ...affix('article', 1.6, 'بل'),
  ...affix('particle', 1, 'و ب ل'),
  ...affix('particle', 1.2, 'ف ك'),
  ...affix('particle', 1.8, 'وب ول فب فل وك'),
];

/** «سأصمم», «بيصمم», «هيصمم», «وسنصمم»; without a person's letter only «بصمم», «هصمم». */
const persons = affix('person', 1.1, 'ا ن ي ت');
const tenses: Affix[] = [
  ...affix('person', 1.3, 'سا سن سي ست با بن بي بت ها هن هي هت حا حن حي حت لا لن لي لت'),
  ...affix('person', 1.5, 'وا ون وي وت وسا وسن وسي وست في فت'),
  ...affix('person', 2, 'ب ه ح س'),
];

/** What may stand before a stem, by its first letter: found without trying them all. */
export const prefixes: readonly Affix[] = [...nominal, ...persons, ...tenses].sort(
  (a, b) => a.text.length - b.text.length,
);

type Endings = ReadonlyMap<string, { cost: number; pronoun: boolean }>;

const PRONOUNS = 'ي ك ه ها هم هن هما نا كم كن كما'.split(' ');
const OBJECTS = 'ني ك ه ها هم نا كم لي لك له لها لنا لهم لكم'.split(' ');

const plain = (cost: number, texts: string): [string, number, boolean][] =>
  texts.split(' ').map((text) => [text === '-' ? '' : text, cost, false]);

/** A bare «ه» is mostly ة, so it costs more than the other pronouns. */
const owned = (cost: number, before: string, also = true): [string, number, boolean][] => [
  ...PRONOUNS.map((text): [string, number, boolean] => {
    const more = text === 'ه' && before === '' ? 0.5 : 0;
    return [before + text, cost + more, true];
  }),
  ...(also && before !== '' ? plain(cost, before) : []),
];

function endings(...lists: [string, number, boolean][][]): Endings {
  const found = new Map<string, { cost: number; pronoun: boolean }>();
  for (const [text, cost, pronoun] of lists.flat()) {
    if ((found.get(text)?.cost ?? 9) > cost) found.set(text, { cost, pronoun });
  }
  return found;
}

const objects = (cost: number, before: string): [string, number, boolean][] =>
  OBJECTS.map((text) => [before + text, cost, false]);

/** The endings each kind of stem takes; '' where it may stand alone. */
const byParadigm: Readonly<Record<Paradigm, Endings>> = {
  noun: endings(
    plain(0, '-'),
    plain(1, 'ات ان ين'),
    plain(1.2, 'ون ا'),
    owned(1, ''),
    owned(1.8, 'ات'),
    owned(2, 'ي', false),
    plain(1.6, 'اء'),
  ),
  feminine: endings(plain(0, '-')),
  'bound-feminine': endings(
    owned(0.9, '', false),
    plain(0.9, 'ه'),
    plain(0.9, 'ان ين'),
    owned(1.8, 'ي', false),
  ),
  'plural-base': endings(owned(0.8, 'ات')),
  bound: endings(owned(1, '')),
  defective: endings(plain(0.8, '-'), plain(0.9, 'ون ين'), owned(2, 'ي')),
  adjective: endings(
    plain(0, '-'),
    plain(0.5, 'ه'),
    plain(0.9, 'ات ون ين'),
    plain(1, 'ان تان تين ا'),
    owned(1.6, ''),
    owned(1.8, 'ت', false),
    owned(1.8, 'ات'),
  ),
  agent: endings(
    plain(0, '-'),
    plain(0.5, 'ه'),
    plain(0.9, 'ات ون ين'),
    plain(1, 'ان تان تين ا'),
    owned(1.1, ''),
    owned(1.2, 'ت', false),
    owned(1.6, 'ات'),
    owned(1.6, 'ي', false),
    owned(2, 'و'),
  ),
  plural: endings(plain(0, '-'), owned(1, ''), plain(1.2, 'ا')),
  loan: endings(
    plain(0, '-'),
    plain(0.8, 'ات هات يات ز'),
    plain(1, 'ين يه ي ان س'),
    plain(1.2, 'وهات يز اتي اتك'),
    plain(1.6, 'جي جيه يين ون'),
    owned(1.3, ''),
    owned(1.8, 'ات'),
  ),
  latin: endings(plain(0, '-'), plain(0.5, 's'), plain(0.8, 'es')),
  verb: endings(plain(0, '-'), plain(0.4, 'ون ين ي وا و ن ه'), objects(0.6, ''), objects(1, 'و')),
  past: endings(plain(0.4, '-'), plain(0.8, 'ت نا وا تم تو ه'), objects(1, ''), objects(1.2, 'ت')),
};

/** The longest ending there is. */
export const longestEnding = 5;

/** What an ending costs behind a stem of that kind; undefined where it cannot stand. */
export function endingOf(
  paradigm: Paradigm,
  text: string,
): { cost: number; pronoun: boolean } | undefined {
  return byParadigm[paradigm].get(text);
}
