/** Keys that lie side by side on an Arabic and on a Latin keyboard, row by row. */
const ROWS = ['ضصثقفغعهخحجد', 'شسيبلاتنمكط', 'ئءؤرلىةوزظ', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that sound or look alike: one is often written for the other. */
const ALIKE = [
  'تطث',
  'سصث',
  'ضظد',
  'ذزظد',
  'هح',
  'حخج',
  'قكغج',
  'قف',
  'اع',
  'غع',
  'بتثني',
  'رز',
  'سش',
  'صض',
  'طظ',
  'دذ',
  'وي',
  'اوي',
  'aeiouy',
  'ckq',
  'sz',
  'sc',
  'gj',
  'vf',
  'mn',
];
const WEAK = new Set('اويhaeiou');
/** At the end ة, ى and ا are taken for one another. */
const ENDS = new Set('هيا');

const neighbours = new Map<string, number>();
for (const row of ROWS) {
  for (let at = 1; at < row.length; at += 1) pair(row.charAt(at - 1), row.charAt(at), 0.75);
}
for (const group of ALIKE) {
  for (const a of group) pairWithAll(a, group);
}

function pairWithAll(a: string, group: string): void {
  for (const b of group) if (a !== b) pair(a, b, 0.65);
}

function pair(a: string, b: string, cost: number): void {
  neighbours.set(a + b, Math.min(cost, neighbours.get(a + b) ?? 1));
  neighbours.set(b + a, Math.min(cost, neighbours.get(b + a) ?? 1));
}

/**
 * How far one word is from another: about 1 a slip; less for letters that stand side by side or are
 * alike, swapped, doubled or long vowels. More than `most` is given as Infinity.
 */
export function editDistance(typed: string, meant: string, most: number): number {
  if (Math.abs(typed.length - meant.length) > Math.ceil(most / 0.45)) return Infinity;
  let tooFar = 0;
  let oldest: number[] = [];
  let older: number[] = [];
  let last = [0];
  for (let b = 1; b <= meant.length; b += 1) last.push((last[b - 1] ?? 0) + skipCost(meant, b - 1));
  for (let a = 1; a <= typed.length; a += 1) {
    const row = [(last[0] ?? 0) + skipCost(typed, a - 1)];
    let least = row[0] ?? 0;
    for (let b = 1; b <= meant.length; b += 1) {
      const cost = cheapest({ oldest, older, last, row }, { typed, meant, a, b });
      row.push(cost);
      if (cost < least) least = cost;
    }
    // A swap reaches over one row, a moved letter over two: only then is it too late.
    tooFar = least > most ? tooFar + 1 : 0;
    if (tooFar > 2) return Infinity;
    oldest = older;
    older = last;
    last = row;
  }
  const distance = (last[meant.length] ?? Infinity) + (typed[0] === meant[0] ? 0 : 0.25);
  return distance > most ? Infinity : distance;
}

function cheapest(
  rows: { oldest: number[]; older: number[]; last: number[]; row: number[] },
  { typed, meant, a, b }: { typed: string; meant: string; a: number; b: number },
): number {
  const x = typed.charAt(a - 1);
  const y = meant.charAt(b - 1);
  const atEnd = a === typed.length && b === meant.length && ENDS.has(x) && ENDS.has(y);
  const other = atEnd ? 0.5 : (neighbours.get(x + y) ?? 1);
  let cost = (rows.last[b - 1] ?? Infinity) + (x === y ? 0 : other);
  cost = Math.min(cost, (rows.last[b] ?? Infinity) + skipCost(typed, a - 1));
  cost = Math.min(cost, (rows.row[b - 1] ?? Infinity) + skipCost(meant, b - 1));
  const moved = a > 2 && b > 2 && movedByTwo({ typed, meant, a, b });
  if (moved) cost = Math.min(cost, (rows.oldest[b - 3] ?? Infinity) + 0.95);
  const swapped = a > 1 && b > 1 && x === meant[b - 2] && typed[a - 2] === y && x !== y;
  return swapped ? Math.min(cost, (rows.older[b - 2] ?? Infinity) + 0.6) : cost;
}

/** «تويسق» for «تسويق»: one letter stands two places from its own. */
function movedByTwo(step: { typed: string; meant: string; a: number; b: number }): boolean {
  const x = step.typed.slice(step.a - 3, step.a);
  const y = step.meant.slice(step.b - 3, step.b);
  return x.slice(1) + x.charAt(0) === y || x.charAt(2) + x.slice(0, 2) === y;
}

/** A letter too much or too few: a doubled one and a long vowel are slips that cost little. */
function skipCost(word: string, at: number): number {
  const letter = word.charAt(at);
  if (at > 0 && letter === word.charAt(at - 1)) return 0.45;
  return WEAK.has(letter) ? 0.65 : 0.9;
}
