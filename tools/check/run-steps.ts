import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** A part of the check: a script for Node and its arguments. */
export type Step = { name: string; command: string[] };
export type Outcome = { name: string; seconds: number; passed: boolean; output: string };

const STEP_TIMEOUT_MS = 120_000;
const MOST_AT_ONCE = 4;

/** Runs a step to its end; a step that hangs is ended and has failed. */
export function runStep({ name, command }: Step): Promise<Outcome> {
  const startedAt = performance.now();
  return new Promise((done) => {
    const child = spawn(process.execPath, command, { timeout: STEP_TIMEOUT_MS });
    let output = '';
    child.stdout.on('data', (part) => (output += part));
    child.stderr.on('data', (part) => (output += part));
    child.on('close', (code, signal) => {
      const seconds = (performance.now() - startedAt) / 1000;
      if (signal) output += `\nended by ${signal} after ${STEP_TIMEOUT_MS / 1000} s`;
      done({ name, seconds, passed: code === 0, output });
    });
  });
}

/** Runs steps side by side, as many as there are cores, each outcome told as it comes. */
export async function runSteps(
  steps: readonly Step[],
  tell: (outcome: Outcome) => void,
): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const outcome = await runStep(step);
      tell(outcome);
      outcomes.push(outcome);
    }
  };
  const workers = Math.min(MOST_AT_ONCE, availableParallelism());
  await Promise.all(Array.from({ length: workers }, worker));
  return outcomes;
}

/** One line a step: did it pass, and in how many seconds. */
export function outcomeLine({ name, seconds, passed }: Outcome): string {
  return `${passed ? 'ok    ' : 'FAILED'}  ${name.padEnd(12)} ${seconds.toFixed(1).padStart(5)} s`;
}
