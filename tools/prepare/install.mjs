import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastWords, Problem, tell } from './problem.mjs';
import { run } from './run.mjs';

/** Installs by the lock file when node_modules is not what it says. */
export async function ensureInstalled(root) {
  const missing = findMissingInstall(root);
  if (missing === undefined) return;
  tell(`Installing packages (${missing}); this takes a minute …`);
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await run('npm', ['ci', '--include=dev', ...quiet], { cwd: root });
  if (code !== 0) {
    throw new Problem(`npm ci failed (${code}), so nothing else was done: ${complaint(output)}`);
  }
  const still = findMissingInstall(root);
  if (still !== undefined) throw new Problem(`npm ci ended well, and yet ${still}.`);
}

/**
 * Why node_modules is not what package-lock.json says; undefined when it is. npm writes its own copy
 * of the lock last, so an install that was cut short has none.
 */
export function findMissingInstall(root) {
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (wanted === undefined) throw new Problem('package-lock.json is missing or not readable.');
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return 'node_modules is missing or half made';
  for (const [path, entry] of Object.entries(wanted)) {
    if (path === '') continue;
    const found = installed[path];
    if (found === undefined && entry.optional) continue;
    if (found?.version !== entry.version || found.integrity !== entry.integrity) {
      return `${path} is not the version of package-lock.json`;
    }
    if (!existsSync(join(root, path, 'package.json'))) return `${path} is gone`;
  }
  return undefined;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

function complaint(output) {
  const lines = output.split('\n').filter((line) => /^npm (error|ERR!) \S/.test(line));
  const said = lines.find((line) => !/^npm (error|ERR!) (code|errno|syscall|path)/.test(line));
  return said?.replace(/^npm (error|ERR!) /, '') ?? lastWords(output);
}
