import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { tell } from './problem.mjs';

const FORGOTTEN_AFTER_MS = 15 * 60_000;

/** Runs `work` while no other preparation of this checkout runs; waits for one that does. */
export async function alone(directory, work) {
  const file = join(directory, 'prepare.lock');
  let told = false;
  while (!take(file)) {
    if (isForgotten(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) tell('Waiting for another preparation of this checkout to end …');
    told = true;
    await sleep(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Left by a process that was killed, or so old that its number is another's by now. */
function isForgotten(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > FORGOTTEN_AFTER_MS) return true;
    const pid = Number(readFileSync(file, 'utf8'));
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
