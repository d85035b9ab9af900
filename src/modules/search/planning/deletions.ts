/** Words that differ from a given one by few letters, found without comparing it with all of them. */
export interface Deletions {
  /** Places of words that may be near: every really near one, and some that are not. */
  near(word: string): Set<number>;
}

/** Words from here to there lose two letters, shorter and longer ones one. */
const LONG = 6;
const VERY_LONG = 12;
const SHORTEST = 3;
const LONGEST = 24;
const MOST_BUCKETS = 1 << 22;

/**
 * A table of what each word becomes when letters are left out, hashed into buckets of word numbers:
 * two words are near when they become the same. An entry costs eight bytes, not a string.
 */
export function buildDeletions(words: readonly string[]): Deletions {
  const counted = words.map((word) => (isHeld(word) ? countOf(word.length) : 0));
  const size = counted.reduce((sum, count) => sum + count, 0);
  const mask = bucketMask(size);
  const hashes = new Uint32Array(size);
  const starts = new Uint32Array(mask + 2);
  let filled = 0;
  for (const word of words) if (isHeld(word)) filled = writeHashes(word, hashes, filled);
  for (const hash of hashes) starts[(hash & mask) + 1] = (starts[(hash & mask) + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  }
  const table = { members: new Uint32Array(size), checks: new Uint32Array(size), starts, mask };
  fill(table, hashes, counted);
  return { near: (word) => nearIn(table, word) };
}

interface Table {
  members: Uint32Array;
  checks: Uint32Array;
  starts: Uint32Array;
  mask: number;
}

function fill(table: Table, hashes: Uint32Array, counted: readonly number[]): void {
  const next = table.starts.slice();
  let at = 0;
  for (const [owner, count] of counted.entries()) {
    for (const end = at + count; at < end; at += 1) {
      const hash = hashes[at] ?? 0;
      const place = next[hash & table.mask] ?? 0;
      table.members[place] = owner;
      table.checks[place] = hash;
      next[hash & table.mask] = place + 1;
    }
  }
}

function nearIn({ members, checks, starts, mask }: Table, word: string): Set<number> {
  const found = new Set<number>();
  if (word.length < SHORTEST - 1 || word.length > LONGEST) return found;
  const hashes = new Uint32Array(countOf(word.length));
  writeHashes(word, hashes, 0);
  for (const hash of hashes) {
    const end = starts[(hash & mask) + 1] ?? 0;
    for (let at = starts[hash & mask] ?? 0; at < end; at += 1) {
      if (checks[at] === hash) found.add(members[at] ?? 0);
    }
  }
  return found;
}

function isHeld({ length }: string): boolean {
  return length >= SHORTEST && length <= LONGEST;
}

function bucketMask(size: number): number {
  let buckets = 1024;
  while (buckets < size && buckets < MOST_BUCKETS) buckets *= 2;
  return buckets - 1;
}

function losesTwo(length: number): boolean {
  return length >= LONG && length <= VERY_LONG;
}

function countOf(length: number): number {
  return 1 + length + (losesTwo(length) ? (length * (length - 1)) / 2 : 0);
}

/** Hashes of a word and of everything it becomes without one letter or two, from `start`. */
function writeHashes(word: string, into: Uint32Array, start: number): number {
  let at = start;
  into[at] = hashWithout(word, -1, -1);
  at += 1;
  for (let first = 0; first < word.length; first += 1) {
    into[at] = hashWithout(word, first, -1);
    at += 1;
    if (!losesTwo(word.length)) continue;
    for (let second = first + 1; second < word.length; second += 1) {
      into[at] = hashWithout(word, first, second);
      at += 1;
    }
  }
  return at;
}

/** FNV-1a of the word without the letters at two places. */
function hashWithout(word: string, first: number, second: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    if (at !== first && at !== second) {
      hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
    }
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
