import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import type { BenchResult } from './bench.ts';

const PATH = 'bench/RESULTS.md';
const ROW = /^\| ([a-z0-9-]+) \| .* \|$/;

/** Writes what a workload measured into bench/RESULTS.md: its rows anew, those of others as they stand. */
export function keepResults(results: readonly BenchResult[]): void {
  const rows = new Map(knownRows());
  for (const result of results) rows.set(keyOf(rowOf(result)), rowOf(result));
  writeFileSync(PATH, fileOf([...rows.values()]));
}

function knownRows(): [string, string][] {
  return readFileSync(PATH, 'utf8')
    .split('\n')
    .filter((line) => ROW.test(line) && !line.startsWith('| name |'))
    .map((line) => [keyOf(line), line]);
}

/** A workload of two worlds has a row for each. */
function keyOf(row: string): string {
  const cells = row.split(' | ');
  return `${cells[0]} ${cells[5]}`;
}

function rowOf(result: BenchResult): string {
  const cells = [
    result.name,
    `${result.value} ${result.unit}`,
    result.p50Ms === undefined ? '–' : `${result.p50Ms} / ${result.p99Ms ?? '–'} ms`,
    result.ratio === undefined ? '–' : `${result.ratio} of ${result.ratioTo}`,
    aim(result),
    result.world,
    measured(),
  ];
  return `| ${cells.join(' | ')} |`;
}

function measured(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `${new Date().toISOString().slice(0, 10)}, ${commit}`;
}

function aim({ atLeast, atMost, held }: BenchResult): string {
  if (atLeast === undefined && atMost === undefined) {
    if (held === undefined) return '–';
    return held ? 'held' : 'NOT held';
  }
  const text = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  return `${text} ${held ? 'held' : 'NOT held'}`;
}

function fileOf(rows: readonly string[]): string {
  const [cpu] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `# Figures

Written by \`npm run bench\`; do not edit. The limit of a row is measured in the same run on the same machine,
rounds alternating; the round of the median ratio is shown. What is measured: each \`<name>.bench.ts\` says it.

Last on ${cpus().length} × ${cpu?.model ?? 'CPU'}, ${gibibytes} GiB, Linux ${release()}, Node ${process.versions.node}.

| name | value | p50 / p99 | compared | to reach | world | measured |
|---|---|---|---|---|---|---|
${rows.join('\n')}
`;
}
