import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Bench, type BenchResult, rounded } from './measure/bench.ts';
import { endProcess, freePort, startSite, untilReady } from './servers/site.ts';

const ROOT = resolve(import.meta.dirname, '..');
const TARGET_SECONDS = 5;

/** From `npm start` to the first page, the world being filled and the build done: the second start. */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const first = await startSite(bench, { world: 'souq' });
  await first.stop();
  const times: number[] = [];
  for (let round = 1; round <= bench.rounds; round += 1) {
    times.push(await secondsToFirstPage());
    bench.say(`  round ${round}: ${rounded(times.at(-1) ?? 0, 2)} s`);
  }
  times.sort((one, other) => one - other);
  const value = rounded(times[Math.floor(times.length / 2)] ?? 0, 2);
  return [
    {
      name: 'start',
      value,
      unit: 's',
      atMost: TARGET_SECONDS,
      held: value < TARGET_SECONDS,
      world: 'souq',
      concurrency: 1,
    },
  ];
}

async function secondsToFirstPage(): Promise<number> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const dataDir = process.env.BENCH_DATA_DIR ?? join(ROOT, 'var/bench');
  const env = { ...process.env, PORT: String(port), PUBLIC_URL: url, DATA_DIR: dataDir };
  const started = performance.now();
  const child = spawn('npm', ['start'], { cwd: ROOT, env, stdio: 'ignore' });
  try {
    await untilReady(url, child);
    const page = await fetch(`${url}/`);
    await page.text();
    if (!page.ok) throw new Error(`the first page answers ${page.status}`);
    return (performance.now() - started) / 1_000;
  } finally {
    await endProcess(child);
  }
}
