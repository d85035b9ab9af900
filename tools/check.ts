/**
 * `npm run check`: every rule of the house, each an error or off.
 * `npm run check -- lint types` runs only the steps named; `npm run check -- --fix` formats first.
 */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';

type Step = { name: string; command: string[] };
type Outcome = { name: string; seconds: number; passed: boolean; output: string };

const bin = (path: string) => resolve('node_modules', path);
const tool = (name: string, ...args: string[]) => [
  '--conditions=source',
  `tools/${name}.ts`,
  ...args,
];

/** Longest first: two cores finish soonest that way. */
const steps: Step[] = [
  { name: 'structure', command: tool('structure', '--check') },
  { name: 'lint', command: [bin('oxlint/bin/oxlint'), '--format=unix', '.'] },
  {
    name: 'types',
    command: [bin('typescript7/bin/tsc'), '--noEmit', '--project', 'tsconfig.json'],
  },
  { name: 'boundaries', command: tool('boundaries') },
  { name: 'house rules', command: tool('tidy') },
  { name: 'documents', command: tool('check-docs') },
  {
    name: 'format',
    command: [bin('@biomejs/biome/bin/biome'), 'format', '--max-diagnostics=50', '.'],
  },
];

const STEP_TIMEOUT_MS = 120_000;

function run({ name, command }: Step): Promise<Outcome> {
  const startedAt = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, command, { timeout: STEP_TIMEOUT_MS });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('close', (code) => {
      const seconds = (performance.now() - startedAt) / 1000;
      const outcome = { name, seconds, passed: code === 0, output };
      console.log(line(outcome));
      done(outcome);
    });
  });
}

function line({ name, seconds, passed }: Outcome): string {
  return `${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`;
}

async function runAll(wanted: Step[]): Promise<Outcome[]> {
  const waiting = [...wanted];
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await run(step));
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, worker));
  return outcomes;
}

function choose(names: string[]): Step[] {
  const unknown = names.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such step: ${unknown.join(', ')}. Steps: ${steps.map((s) => s.name).join(', ')}`,
    );
    process.exit(2);
  }
  return names.length === 0 ? steps : steps.filter(({ name }) => names.includes(name));
}

const args = process.argv.slice(2);
const startedAt = performance.now();
if (args.includes('--fix')) {
  await run({
    name: 'fix format',
    command: [bin('@biomejs/biome/bin/biome'), 'format', '--write', '.'],
  });
}
const outcomes = await runAll(choose(args.filter((arg) => arg !== '--fix')));
const failed = outcomes.filter(({ passed }) => !passed);
for (const { name, output } of failed)
  console.log(`\n── ${name} ${'─'.repeat(60)}\n${output.trimEnd()}`);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
console.log(
  failed.length === 0
    ? `\nThe check passed in ${seconds} s.`
    : `\nThe check failed in ${seconds} s: ${failed.map(({ name }) => name).join(', ')}.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
