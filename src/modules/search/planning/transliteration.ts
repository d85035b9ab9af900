/** What a Latin sign may be in Arabic letters, with the cost of each; the longest signs first. */
const SIGNS: readonly [string, Readonly<Record<string, number>>][] = [
  ['tion', { شن: 0, يشن: 0, شين: 0.1 }],
  ['sh', { ش: 0 }],
  ['ch', { ش: 0.1, تش: 0, ك: 0.3, خ: 0.4 }],
  ['kh', { خ: 0 }],
  ['gh', { غ: 0, ج: 0.4 }],
  ['th', { ث: 0, ذ: 0.1, ظ: 0.3, ت: 0.4 }],
  ['dh', { ذ: 0, ظ: 0, ض: 0.1 }],
  ['ph', { ف: 0 }],
  ['ck', { ك: 0 }],
  ["3'", { غ: 0 }],
  ["7'", { خ: 0 }],
  ["6'", { ظ: 0 }],
  ["9'", { ض: 0 }],
  ['aa', { ا: 0, ع: 0.4 }],
  ['ee', { ي: 0 }],
  ['oo', { و: 0 }],
  ['ou', { و: 0, '': 0.2, او: 0.2 }],
  ['ei', { ي: 0, ع: 0.5 }],
  ['ai', { ي: 0.1, اي: 0, عي: 0.3 }],
  ['ay', { ي: 0, اي: 0 }],
  ['iy', { ي: 0 }],
  ['ea', { ي: 0.1, يا: 0.2, ه: 0.3 }],
  ['a', { ا: 0.1, '': 0.1, ع: 0.4, ه: 0.2, ي: 0.4 }],
  ['e', { ي: 0.15, '': 0.1, ا: 0.25, ه: 0.25, ع: 0.5 }],
  ['i', { ي: 0.1, '': 0.1, ا: 0.2, ع: 0.5 }],
  ['o', { و: 0.1, '': 0.1, ع: 0.5, ا: 0.35 }],
  ['u', { و: 0.1, '': 0.1, ا: 0.3, ي: 0.4 }],
  ['y', { ي: 0, '': 0.3 }],
  ['w', { و: 0, '': 0.4 }],
  ['2', { ا: 0, '': 0, ق: 0.1, و: 0.1, ي: 0.1 }],
  ['3', { ع: 0, غ: 0.4 }],
  ['4', { ش: 0, ذ: 0.4 }],
  ['5', { خ: 0 }],
  ['6', { ط: 0 }],
  ['7', { ح: 0, خ: 0.4 }],
  ['8', { ق: 0, غ: 0.1 }],
  ['9', { ص: 0, ق: 0.1, ض: 0.4 }],
  ['b', { ب: 0 }],
  ['c', { ك: 0.1, س: 0.1, ص: 0.4 }],
  ['d', { د: 0, ض: 0.1, ذ: 0.4 }],
  ['f', { ف: 0 }],
  ['g', { ج: 0, غ: 0.2, ق: 0.2 }],
  ['h', { ه: 0, ح: 0.1, خ: 0.5, '': 0.4 }],
  ['j', { ج: 0, ي: 0.6 }],
  ['k', { ك: 0, ق: 0.15, خ: 0.5 }],
  ['l', { ل: 0 }],
  ['m', { م: 0 }],
  ['n', { ن: 0 }],
  ['p', { ب: 0 }],
  ['q', { ق: 0, ك: 0.4 }],
  ['r', { ر: 0 }],
  ['s', { س: 0, ص: 0.1, ث: 0.3, ز: 0.3 }],
  ['t', { ت: 0, ط: 0.1, ه: 0.6 }],
  ['v', { ف: 0 }],
  ['x', { كس: 0, خ: 0.4 }],
  ['z', { ز: 0, ذ: 0.1, ظ: 0.1, ض: 0.3, س: 0.4 }],
];

/** Letters of the Arabic word that nothing was written for. */
const MISSING: Readonly<Record<string, number>> = {
  ا: 0.35,
  و: 0.35,
  ي: 0.3,
  ع: 0.45,
  ه: 0.45,
};

/**
 * How badly a word in Latin letters spells an Arabic one («sho3ar» and «شعار»): 0 is perfect, a sound
 * that is missing or wrong costs about 1. More than `most` is given as Infinity.
 */
export function spellingDistance(latin: string, arabic: string, most: number): number {
  const costs = table(latin.length + 1, arabic.length + 1);
  costs[0] = 0;
  const width = arabic.length + 1;
  for (let a = 0; a <= latin.length; a += 1) {
    for (let b = 0; b <= arabic.length; b += 1) {
      const here = costs[a * width + b] ?? Infinity;
      if (here <= most) spread({ costs, width }, { latin, arabic, a, b, here });
    }
  }
  const distance = costs[latin.length * width + arabic.length] ?? Infinity;
  return distance > most ? Infinity : distance;
}

interface Step {
  latin: string;
  arabic: string;
  a: number;
  b: number;
  here: number;
}

function spread(grid: { costs: Float64Array; width: number }, step: Step): void {
  const { latin, arabic, a, b, here } = step;
  const reach = (x: number, y: number, cost: number): void => {
    const place = x * grid.width + y;
    if ((grid.costs[place] ?? Infinity) > cost) grid.costs[place] = cost;
  };
  if (b < arabic.length) reach(a, b + 1, here + missing(arabic, b));
  if (a === latin.length) return;
  if (a > 0 && latin[a] === latin[a - 1]) reach(a + 1, b, here + 0.05);
  reach(a + 1, b, here + 1);
  for (const { sign, letters } of signsAt(latin, a)) {
    for (const [letter, cost] of letters) {
      if (!arabic.startsWith(letter, b)) continue;
      reach(a + sign.length, b + letter.length, here + cost + placeCost({ ...step, letter }));
    }
  }
}

/** «ه» for a vowel only at the end (ة); a vowel at the very beginning is written. */
function placeCost({ arabic, a, b, latin, letter }: Step & { letter: string }): number {
  const first = latin.charAt(a);
  if (letter === 'ه' && /[aet]/.test(first) && b !== arabic.length - 1) return 1;
  if (letter === '' && a === 0 && /[aeiou]/.test(first)) return 0.3;
  return 0;
}

function missing(arabic: string, at: number): number {
  const letter = arabic.charAt(at);
  const cost = MISSING[letter] ?? 1;
  return letter === 'ه' && at !== arabic.length - 1 ? 1 : cost;
}

interface Sign {
  sign: string;
  letters: readonly [string, number][];
}

const signsByFirst = new Map<string, Sign[]>();
for (const [sign, letters] of SIGNS) {
  const first = sign.charAt(0);
  const same = signsByFirst.get(first) ?? [];
  signsByFirst.set(first, [...same, { sign, letters: Object.entries(letters) }]);
}

function signsAt(latin: string, at: number): Sign[] {
  return (signsByFirst.get(latin.charAt(at)) ?? []).filter(({ sign }) =>
    latin.startsWith(sign, at),
  );
}

function table(rows: number, columns: number): Float64Array {
  return new Float64Array(rows * columns).fill(Infinity);
}
