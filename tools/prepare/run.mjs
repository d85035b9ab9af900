import { spawn } from 'node:child_process';
import { delimiter, join, sep } from 'node:path';

/** PATH without any node_modules/.bin: the machine's own programs, also while packages are replaced. */
export function machinePath() {
  const inPackages = `node_modules${sep}.bin`;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((entry) => !entry.includes(inPackages) && !entry.includes('node-gyp-bin'))
    .join(delimiter);
}

/** PATH with the pinned Node and the packages' programs first. */
export function pinnedPath(root) {
  return [join(root, 'node_modules', '.bin'), machinePath()].join(delimiter);
}

/** Runs a program to its end; gives its exit code and everything it printed. */
export function run(file, args, { cwd, path = machinePath(), timeoutMs = 0, env = {} }) {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env, PATH: path },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: timeoutMs,
    });
    let output = '';
    const take = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code, signal) => resolve({ code: code ?? signal, output }));
  });
}
