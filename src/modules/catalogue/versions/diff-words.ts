import { foldWord } from './fold-word.ts';

/** A stretch of text that both versions have, or only one of them. */
export interface Run {
  kind: 'same' | 'removed' | 'added';
  text: string;
  /** The other version has the same word, spelled otherwise (marks, hamza, digits). */
  spelling?: boolean;
}

/** More cells than this are not compared word by word: the two stretches stand whole against each other. */
const MOST_CELLS = 4_000_000;

/** Words with their marks, spaces, and every other character by itself. */
const TOKENS = /[\p{L}\p{M}\p{N}\u0640]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu;

/**
 * What changed between two texts, word by word: the longest common subsequence of their words
 * (Wagner and Fischer 1974, between what they share at both ends). Words that differ only in
 * spelling stand side by side and are marked as such.
 */
export function diffWords(before: string, after: string): Run[] {
  const a = before.match(TOKENS) ?? [];
  const b = after.match(TOKENS) ?? [];
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from += 1;
  let tail = 0;
  const most = Math.min(a.length, b.length) - from;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const runs = new Runs();
  runs.add('same', a.slice(0, from).join(''));
  between(runs, a.slice(from, a.length - tail), b.slice(from, b.length - tail));
  runs.add('same', a.slice(a.length - tail).join(''));
  return joined(runs.all);
}

/** Changed words with nothing but spaces between them are one change, easier to read than several. */
function joined(runs: readonly Run[]): Run[] {
  const all: Run[] = [];
  const isChange = (run: Run | undefined) => run && run.kind !== 'same' && !run.spelling;
  let open: { removed: string; added: string } | undefined;
  const close = () => {
    if (open?.removed) all.push({ kind: 'removed', text: open.removed });
    if (open?.added) all.push({ kind: 'added', text: open.added });
    open = undefined;
  };
  for (const [index, run] of runs.entries()) {
    const between =
      open && run.kind === 'same' && run.text.trim() === '' && isChange(runs[index + 1]);
    if (!isChange(run) && !between) {
      close();
      all.push(run);
      continue;
    }
    open ??= { removed: '', added: '' };
    if (run.kind !== 'added') open.removed += run.text;
    if (run.kind !== 'removed') open.added += run.text;
  }
  close();
  return all;
}

class Runs {
  readonly all: Run[] = [];

  add(kind: Run['kind'], text: string, spelling = false): void {
    if (text === '') return;
    const last = this.all.at(-1);
    if (last?.kind === kind && (last.spelling ?? false) === spelling) last.text += text;
    else this.all.push(spelling ? { kind, text, spelling } : { kind, text });
  }
}

function between(runs: Runs, a: readonly string[], b: readonly string[]): void {
  if (a.length * b.length > MOST_CELLS) {
    runs.add('removed', a.join(''));
    runs.add('added', b.join(''));
    return;
  }
  const foldedA = a.map(foldWord);
  const foldedB = b.map(foldWord);
  const longest = lengths(foldedA, foldedB);
  const width = b.length + 1;
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [one = '', other = ''] = [a[i], b[j]];
    if (i < a.length && j < b.length && foldedA[i] === foldedB[j]) {
      alike(runs, one, other);
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && at(longest, (i + 1) * width + j) >= at(longest, i * width + j + 1))
    ) {
      runs.add('removed', one);
      i += 1;
    } else {
      runs.add('added', other);
      j += 1;
    }
  }
}

function alike(runs: Runs, one: string, other: string): void {
  if (one === other) return runs.add('same', one);
  runs.add('removed', one, true);
  runs.add('added', other, true);
}

/** Length of the longest common subsequence of the rests from each pair of places. */
function lengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      table[here] =
        a[i] === b[j]
          ? at(table, here + width + 1) + 1
          : Math.max(at(table, here + width), at(table, here + 1));
    }
  }
  return table;
}

function at(table: Uint16Array, index: number): number {
  return table[index] ?? 0;
}
