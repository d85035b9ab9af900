/**
 * `npm run bench -- purchase browse`: runs workloads and prints each figure as one JSON line. Without
 * names it runs all of them. All of them, or those named after `--write`, are written to
 * bench/RESULTS.md. Exit code 1 when a figure is not reached.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import { type BenchResult, openBench } from './measure/bench.ts';

type Workload = { run(bench: ReturnType<typeof openBench>): Promise<BenchResult[]> };

const SUFFIX = '.bench.ts';
const known = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith(SUFFIX))
  .map((file) => file.slice(0, -SUFFIX.length))
  .sort();

async function main(args: string[]): Promise<boolean> {
  const names = args.filter((arg) => arg !== '--write');
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    process.stderr.write(`No workload ${unknown.join(', ')}. There are: ${known.join(', ')}\n`);
    return false;
  }
  const bench = openBench(process.env);
  const results: BenchResult[] = [];
  for (const name of names.length > 0 ? names : known) {
    bench.say(`${name} …`);
    const workload = (await import(`./${name}${SUFFIX}`)) as Workload;
    for (const result of await workload.run(bench)) {
      results.push(result);
      process.stdout.write(`${JSON.stringify(result)}\n`);
    }
  }
  if (names.length === 0 || names.length < args.length)
    writeFileSync('bench/RESULTS.md', report(results));
  return results.every((result) => result.held !== false);
}

function report(results: BenchResult[]): string {
  const rows = results.map((result) =>
    [
      result.name,
      `${result.value} ${result.unit}`,
      result.p50Ms === undefined ? '–' : `${result.p50Ms} / ${result.p99Ms} ms`,
      result.ratio === undefined ? '–' : `${result.ratio} of ${result.ratioTo}`,
      aim(result),
      result.world,
    ].join(' | '),
  );
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const [cpu] = cpus();
  const gibibytes = Math.round(totalmem() / 2 ** 30);
  return `# Figures of one run

Written by \`npm run bench\`; do not edit. Limits are measured in the same run on the same machine, rounds
alternating; the round of the median ratio is shown. What is measured: each \`<name>.bench.ts\` says it.

${new Date().toISOString().slice(0, 16)}Z · commit ${commit} · ${cpus().length} × ${cpu?.model ?? 'CPU'}, ${gibibytes} GiB, Linux ${release()}, Node ${process.versions.node}

| name | value | p50 / p99 | compared | to reach | world |
|---|---|---|---|---|---|
${rows.map((row) => `| ${row} |`).join('\n')}
`;
}

function aim({ atLeast, atMost, held }: BenchResult): string {
  if (atLeast === undefined && atMost === undefined) return '–';
  const text = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
  return `${text} ${held ? 'held' : 'NOT held'}`;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
