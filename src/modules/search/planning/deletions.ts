/** Words that differ from a given one by few letters, found without comparing it with all of them. */
export interface Deletions {
  /** Places of words that may be near: every really near one, and some that are not. */
  near(word: string): Set<number>;
}

/** Words shorter than this lose one letter, longer ones two. */
const LONG = 6;
const SHORTEST = 3;
const LONGEST = 24;

/**
 * A table of what each word becomes when letters are left out, hashed into buckets of word numbers:
 * two words are near when they become the same. A hash costs four bytes, not a string.
 */
export function buildDeletions(words: readonly string[]): Deletions {
  const hashes: number[] = [];
  const owners: number[] = [];
  for (const [at, word] of words.entries()) {
    if (word.length < SHORTEST || word.length > LONGEST) continue;
    for (const hash of hashesOf(word)) {
      hashes.push(hash);
      owners.push(at);
    }
  }
  const mask = bucketMask(hashes.length);
  const starts = new Uint32Array(mask + 2);
  for (const hash of hashes) starts[(hash & mask) + 1] = (starts[(hash & mask) + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) {
    starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  }
  const members = new Uint32Array(hashes.length);
  const checks = new Uint32Array(hashes.length);
  const next = starts.slice();
  for (const [at, hash] of hashes.entries()) {
    const place = next[hash & mask] ?? 0;
    members[place] = owners[at] ?? 0;
    checks[place] = hash;
    next[hash & mask] = place + 1;
  }
  return {
    near(word) {
      const found = new Set<number>();
      if (word.length < SHORTEST - 1 || word.length > LONGEST) return found;
      for (const hash of hashesOf(word)) {
        const end = starts[(hash & mask) + 1] ?? 0;
        for (let at = starts[hash & mask] ?? 0; at < end; at += 1) {
          if (checks[at] === hash) found.add(members[at] ?? 0);
        }
      }
      return found;
    },
  };
}

function bucketMask(size: number): number {
  let buckets = 1024;
  while (buckets < size && buckets < 1 << 22) buckets *= 2;
  return buckets - 1;
}

/** Hashes of a word and of everything it becomes without one letter, or two if it is long. */
function hashesOf(word: string): Set<number> {
  const found = new Set([hashOf(word)]);
  for (let a = 0; a < word.length; a += 1) {
    const shorter = word.slice(0, a) + word.slice(a + 1);
    found.add(hashOf(shorter));
    if (word.length < LONG) continue;
    for (let b = a; b < shorter.length; b += 1) {
      found.add(hashOf(shorter.slice(0, b) + shorter.slice(b + 1)));
    }
  }
  return found;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
