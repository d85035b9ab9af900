import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { coinWords } from './coin-words.ts';
import { compile, type Template } from './grammar.ts';

/** What is said in one leaf of the catalogue; the first words of each list are the commonest. */
export interface LeafWords {
  act: readonly string[];
  thing: readonly string[];
  part: readonly string[];
  tool: readonly string[];
  topic: readonly string[];
}

/** A name in Arabic and the way it is written in an address. */
export interface PersonName {
  arabic: string;
  latin: string;
}

export interface Country {
  code: string;
  timeZone: string;
  weight: number;
}

/** Everything the worlds' texts are made of. */
export interface Texts {
  leaves: ReadonlyMap<string, LeafWords>;
  /** Sentences with open places, by what they are for. */
  phrases: ReadonlyMap<string, readonly Template[]>;
  english: ReadonlyMap<string, readonly Template[]>;
  englishWords: LeafWords & { how: readonly string[]; audience: readonly string[] };
  domains: readonly string[];
  audiences: readonly string[];
  manners: readonly string[];
  adjectives: readonly string[];
  /** In the third person; the hand conjugates. */
  verbs: readonly string[];
  /** What any trade may be about, and what any may hand over. */
  allTopics: readonly string[];
  allParts: readonly string[];
  cities: readonly string[];
  countries: readonly Country[];
  firstNames: readonly PersonName[];
  familyNames: readonly PersonName[];
  /** Names of shops and projects, formed as Arabic forms its words. */
  coined: readonly string[];
}

const cells = (line: string): string[] =>
  line
    .split(' | ')
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '');

/** The blocks of a text that start with `# name`, line by line. */
function readBlocks(text: string): Map<string, string[]> {
  const blocks = text.split(/^# /m).slice(1);
  return new Map(
    blocks.map((block) => {
      const [name = '', ...lines] = block.trim().split('\n');
      return [name.trim(), lines.map((line) => line.trim()).filter((line) => line !== '')];
    }),
  );
}

function readLeaf(lines: readonly string[]): LeafWords {
  const list = (name: string) =>
    lines.flatMap((line) =>
      line.startsWith(`${name}: `) ? cells(line.slice(name.length + 2)) : [],
    );
  return {
    act: list('act'),
    thing: list('thing'),
    part: list('part'),
    tool: list('tool'),
    topic: list('topic'),
  };
}

const names = (line: string): PersonName[] =>
  cells(line).map((cell) => {
    const at = cell.lastIndexOf(' ');
    return { arabic: cell.slice(0, at), latin: cell.slice(at + 1) };
  });

const countries = (line: string): Country[] =>
  cells(line).map((cell) => {
    const [code = '', timeZone = '', weight] = cell.split(' ');
    return { code, timeZone, weight: Number(weight) };
  });

/** The first of each list, then the second of each, and so on: the commonest stay in front. */
function everyNth(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...lists.map((list) => list.length));
  const words = Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list[at] ?? []));
  return [...new Set(words.flat())];
}

/** Reads the vocabularies and sentences of the folder. */
export function readTexts(directory: string): Texts {
  const read = (name: string) => readBlocks(readFileSync(join(directory, `${name}.txt`), 'utf8'));
  const line = (blocks: Map<string, string[]>, name: string) =>
    (blocks.get(name) ?? []).join(' | ');
  const [domains, people, places, english] = [
    read('domains'),
    read('people'),
    read('places'),
    read('english'),
  ];
  const phrases = read('phrases');
  const templates = (lines: readonly string[]) => lines.map((text) => compile(text));
  const list = (name: string) => cells(line(english, name));
  const leaves = new Map(
    [...read('leaves-1'), ...read('leaves-2')].map(([key, lines]) => [key, readLeaf(lines)]),
  );
  return {
    leaves,
    allTopics: everyNth([...leaves.values()].map(({ topic }) => topic)),
    allParts: everyNth([...leaves.values()].map(({ part }) => part)),
    verbs: cells(line(phrases, 'verb')),
    phrases: new Map(
      [...phrases].map(([name, lines]) => [
        name,
        templates(name.startsWith('heading') ? cells(lines.join(' | ')) : lines),
      ]),
    ),
    english: new Map([...english].map(([name, lines]) => [name, templates(lines)])),
    englishWords: {
      act: list('act'),
      thing: list('thing'),
      part: list('part'),
      tool: list('tool'),
      topic: list('topic'),
      how: list('how'),
      audience: list('audience'),
    },
    domains: cells(line(domains, 'domain')),
    audiences: cells(line(domains, 'audience')),
    manners: cells(line(domains, 'how')),
    adjectives: cells(line(phrases, 'adj')),
    cities: cells(line(places, 'city')),
    countries: countries(line(places, 'country')),
    firstNames: names(line(people, 'first')),
    familyNames: names(line(people, 'family')),
    coined: coinWords(cells(line(read('roots'), 'root'))),
  };
}
