/** How often the words of a catalogue come, against Zipf's law. */
export interface WordCurve {
  words: number;
  different: number;
  once: number;
  /** Of log frequency by log rank, over the ranks fitted: Zipf's law says -1. */
  slope: number;
  /** How much of the variation the straight line explains, 0 to 1. */
  fit: number;
  fittedRanks: number;
  points: { rank: number; word: string; count: number; share: number }[];
}

const WORD = /[\p{L}\p{M}\p{Nd}]+/gu;
/** Ranks beyond it have too few words each for a rank to mean much. */
const LAST_RANK = 10_000;
/** Ranks are taken at even distances on the logarithmic scale, so that the tail does not outweigh all. */
const STEP = 1.15;
const SHOWN = [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000];

/** Counts words as they are fed; many texts, one pass. */
export class WordCount {
  readonly #counts = new Map<string, number>();

  add(text: string): void {
    for (const word of text.toLowerCase().match(WORD) ?? []) {
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
    }
  }

  /** The curve of what was fed so far. */
  curve(): WordCurve {
    const sorted = [...this.#counts].sort(
      ([word, count], [otherWord, otherCount]) => otherCount - count || (word < otherWord ? -1 : 1),
    );
    const words = sorted.reduce((sum, [, count]) => sum + count, 0);
    const fittedRanks = Math.min(LAST_RANK, sorted.length);
    return {
      words,
      different: sorted.length,
      once: sorted.filter(([, count]) => count === 1).length,
      ...lineThrough(sorted.map(([, count]) => count).slice(0, fittedRanks)),
      fittedRanks,
      points: SHOWN.flatMap((rank) => {
        const [word, count] = sorted[rank - 1] ?? [];
        return word === undefined || count === undefined
          ? []
          : [{ rank, word, count, share: count / words }];
      }),
    };
  }
}

/** Least squares of the logarithms. */
function lineThrough(counts: readonly number[]): { slope: number; fit: number } {
  const points: [number, number][] = [];
  for (let rank = 1; rank <= counts.length; rank = Math.ceil(rank * STEP)) {
    points.push([Math.log(rank), Math.log(counts[rank - 1] ?? 1)]);
  }
  const mean = (of: (point: [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean(([rank]) => rank), mean(([, count]) => count)];
  const across = mean(([rank, count]) => (rank - x) * (count - y));
  const along = mean(([rank]) => (rank - x) ** 2);
  const up = mean(([, count]) => (count - y) ** 2);
  return { slope: across / along, fit: across ** 2 / (along * up) };
}

/** The curve as a table of Markdown. */
export function curveTable(curve: WordCurve): string {
  const percent = (share: number) => `${(share * 100).toPrecision(3)} %`;
  const rows = curve.points.map(
    ({ rank, word, count, share }) =>
      `| ${rank} | ${word} | ${count} | ${percent(share)} | ${(rank * share).toFixed(3)} |`,
  );
  return `${curve.words} words, ${curve.different} different ones, ${curve.once} of them once. Slope of log frequency by log
rank over the first ${curve.fittedRanks} ranks: **${curve.slope.toFixed(3)}** (Zipf's law: -1), R² **${curve.fit.toFixed(3)}**.

| rank | word | times | share | rank × share |
|---|---|---|---|---|
${rows.join('\n')}`;
}
