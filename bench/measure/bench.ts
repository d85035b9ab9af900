import { writeFileSync } from 'node:fs';

/** One figure of BENCH.md: printed as one JSON line. */
export interface BenchResult {
  name: string;
  value: number;
  unit: string;
  p50Ms?: number;
  p99Ms?: number;
  /** What it is compared to, measured in the same run on the same server. */
  ratioTo?: string;
  ratio?: number;
  /** The ratio that is aimed at, and whether it is reached. */
  atLeast?: number;
  atMost?: number;
  held?: boolean;
  world: string;
  concurrency: number;
}

/** What every workload is given. */
export interface Bench {
  rounds: number;
  seconds: number;
  concurrency: number;
  /** Progress, for the person who waits; figures go to standard output. */
  say(message: string): void;
}

/** One measured round: how many a second and how long each took. */
export interface Measured {
  perSecond: number;
  p50Ms: number;
  p99Ms: number;
}

/** The settings of a run; short rounds for a look, the defaults for figures that count. */
export function openBench(env: NodeJS.ProcessEnv): Bench {
  return {
    rounds: Number(env.BENCH_ROUNDS ?? 5),
    seconds: Number(env.BENCH_SECONDS ?? 10),
    concurrency: 16,
    say: (message) => writeFileSync(2, `${message}\n`),
  };
}

/**
 * Rounds of the limit and of ours, alternating on the same machine; the round of the median ratio
 * stands for all. The first round of each only warms up.
 */
export async function alternate(
  bench: Bench,
  measure: { limit: () => Promise<Measured>; ours: () => Promise<Measured> },
): Promise<{ limit: Measured; ours: Measured; ratio: number }> {
  const rounds: { limit: Measured; ours: Measured; ratio: number }[] = [];
  await measure.ours();
  for (let round = 1; round <= bench.rounds; round += 1) {
    const limit = await measure.limit();
    const ours = await measure.ours();
    const ratio = ours.perSecond / limit.perSecond;
    rounds.push({ limit, ours, ratio });
    const figures = `${Math.round(ours.perSecond)}/s to ${Math.round(limit.perSecond)}/s`;
    bench.say(`  round ${round}: ${figures} = ${ratio.toFixed(3)}`);
  }
  rounds.sort((one, other) => one.ratio - other.ratio);
  const median = rounds[Math.floor(rounds.length / 2)];
  if (!median) throw new Error('no rounds: set BENCH_ROUNDS to one or more');
  return median;
}

/** A figure that is compared to a limit of the same run. */
export function compared(
  given: Pick<BenchResult, 'name' | 'unit' | 'world' | 'concurrency'> & {
    atLeast: number | undefined;
    limitName: string;
  },
  { limit, ours, ratio }: { limit: Measured; ours: Measured; ratio: number },
): BenchResult {
  const { limitName, atLeast, ...rest } = given;
  return {
    ...rest,
    ...(atLeast === undefined ? {} : { atLeast, held: ratio >= atLeast }),
    value: Math.round(ours.perSecond),
    p50Ms: rounded(ours.p50Ms),
    p99Ms: rounded(ours.p99Ms),
    ratioTo: `${limitName} ${Math.round(limit.perSecond)}/s`,
    ratio: rounded(ratio, 3),
  };
}

/** A number with so many digits after the point. */
export function rounded(value: number, digits = 1): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
