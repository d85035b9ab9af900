import { foldWord } from '../analysis/fold-word.ts';
import type { Paradigm } from './lexicon.ts';
import type { LexiconDraft } from './draft.ts';

const AR = /[\u0621-\u064a]/;

/** `lemma: plural, plural`: the stems under which a noun may be met. */
export function addNoun(draft: LexiconDraft, line: string): void {
  const [lemma = '', plurals = ''] = partsOf(line, ':');
  if (!AR.test(lemma)) return;
  const term = draft.nameLemma(lemma);
  addForms(draft, lemma, { term, paradigm: 'noun' });
  addPlurals(draft, plurals, term);
}

/** `masculine / feminine: plural, plural`. */
export function addAdjective(draft: LexiconDraft, line: string): void {
  const [heads = '', plurals = ''] = partsOf(line, ':');
  const [masculine = '', feminine = ''] = partsOf(heads, '/');
  if (!AR.test(masculine)) return;
  const term = draft.nameLemma(masculine);
  draft.addStem(foldWord(masculine), { term, paradigm: 'adjective', cost: 0 });
  if (/[^يى][يئ]$/.test(masculine) && masculine.length > 4) {
    // «متابعين حقيقين»: one of the two letters is often left out.
    draft.addStem(foldWord(masculine).slice(0, -1), { term, paradigm: 'defective', cost: 1.2 });
  }
  if (feminine !== '') addForms(draft, feminine, { term, paradigm: 'plural' });
  addPlurals(draft, plurals, term);
}

/** `masculine: plural = work`. */
export function addAgent(draft: LexiconDraft, line: string): void {
  const [person = '', work = ''] = partsOf(line, '=');
  const [masculine = '', plurals = ''] = partsOf(person, ':');
  if (!AR.test(masculine)) return;
  const term = draft.nameLemma(masculine);
  const stem = foldWord(masculine);
  draft.addStem(stem, { term, paradigm: 'agent', cost: 0 });
  if (stem.endsWith('ي') && stem.length > 3) {
    draft.addStem(stem.slice(0, -1), { term, paradigm: 'defective', cost: 0.2 });
  }
  addPlurals(draft, plurals, term);
  if (AR.test(work)) draft.works.set(term, foldWord(work));
}

/** `present stem / past = masdar`: a form of the verb is read as the noun of the deed. */
export function addVerb(draft: LexiconDraft, line: string): void {
  const [forms = '', masdar = ''] = partsOf(line, '=');
  const [present = '', past = present] = partsOf(forms, '/');
  const term = foldWord(masdar);
  if (!AR.test(present) || !AR.test(term)) return;
  if (!draft.stems.has(term)) addNoun(draft, masdar);
  const stem = foldWord(present);
  draft.addStem(stem, { term, paradigm: 'verb', cost: 0 });
  draft.addStem(foldWord(past), { term, paradigm: 'past', cost: 0.6 });
  if (/[اي]$/.test(stem) && stem.length > 2) {
    draft.addStem(stem.slice(0, -1), { term, paradigm: 'verb', cost: 0.4 });
  }
}

/** A whole word and the stems it shows before an ending («شركة», «شركت-», «شرك-ات»). */
function addForms(
  draft: LexiconDraft,
  written: string,
  { term, paradigm }: { term: string; paradigm: Paradigm },
): void {
  const word = foldWord(written);
  const add = (stem: string, kind: Paradigm, cost = 0) =>
    draft.addStem(stem, { term, paradigm: kind, cost });
  const base = word.slice(0, -1);
  if (written.endsWith('ة') && base.length > 1) {
    add(word, 'feminine');
    add(`${base}ت`, 'bound-feminine');
    if (paradigm === 'plural') return;
    add(base, 'plural-base');
    if (written.endsWith('اءة')) {
      // «إضاءات», «إضاءته»: the hamza of the plural has another seat than that of «ءة».
      add(base.slice(0, -1), 'plural-base');
      add(`${base.slice(0, -1)}ت`, 'bound-feminine');
    }
    if (base.endsWith('ا')) {
      add(`${base.slice(0, -1)}و`, 'plural-base');
      add(`${base.slice(0, -1)}ي`, 'plural-base');
    }
    return;
  }
  add(word, paradigm);
  if (/[ىا]$/.test(written) && word.length > 2) add(`${base}ا`, 'bound');
  if (written.endsWith('اء') && word.length > 2) {
    add(`${word}ي`, 'bound');
    add(`${word}و`, 'bound');
    add(`${word}ء`, 'bound');
  }
}

function addPlurals(draft: LexiconDraft, plurals: string, term: string): void {
  for (const plural of plurals.split(/[,،]/)) {
    const written = plural.trim();
    if (!AR.test(written)) continue;
    draft.spell(written);
    addForms(draft, written, { term, paradigm: 'plural' });
  }
}

function partsOf(line: string, sign: string): string[] {
  return line.split(sign).map((part) => part.trim());
}
