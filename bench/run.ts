/**
 * `npm run bench -- purchase browse`: runs workloads and prints each figure as one JSON line. Without
 * names it runs all of them. The rows of all, or of those named beside `--write`, are written anew in
 * bench/RESULTS.md. Exit code 1 when a figure is not reached.
 */
import { readdirSync } from 'node:fs';
import { type BenchResult, openBench } from './measure/bench.ts';
import { keepResults } from './measure/results-file.ts';

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
  const keeps = names.length === 0 || names.length < args.length;
  let held = true;
  for (const name of names.length > 0 ? names : known) {
    bench.say(`${name} …`);
    const workload = (await import(`./${name}${SUFFIX}`)) as Workload;
    try {
      const results = await workload.run(bench);
      for (const result of results) process.stdout.write(`${JSON.stringify(result)}\n`);
      if (keeps) keepResults(results);
      held &&= results.every((result) => result.held !== false);
    } catch (error) {
      // One that breaks off takes nothing from the others.
      bench.say(`${name} broke off: ${(error as Error).stack}`);
      held = false;
    }
  }
  return held;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
