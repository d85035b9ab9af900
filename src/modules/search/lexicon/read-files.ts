import { readdirSync, readFileSync } from 'node:fs';
import type { LexiconEntry, LexiconKind } from '../analysis/types.ts';
import { buildLexicon } from './build-lexicon.ts';
import type { Lexicon } from './lexicon.ts';

const KINDS: readonly LexiconKind[] = [
  'nouns',
  'adjectives',
  'agents',
  'verbs',
  'loans',
  'brands',
  'synonyms',
  'stop',
  'confusable',
];

/** The lines of every word list beside this file; what a list holds is the begin of its name. */
export function readLexiconFiles(folder = import.meta.dirname): LexiconEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => {
      const kind = KINDS.find((known) => name.startsWith(known));
      if (kind === undefined) throw new Error(`No kind of words begins like ${name}`);
      return linesOf(readFileSync(`${folder}/${name}`, 'utf8')).map((line) => ({ kind, line }));
    });
}

/** The lexicon the product comes with, and what the staff added to it. */
export function lexiconFromFiles(added: readonly LexiconEntry[] = []): Lexicon {
  return buildLexicon([...readLexiconFiles(), ...added]);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}
