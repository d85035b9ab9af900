import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { lastWords, Problem, tell } from './problem.mjs';
import { run } from './run.mjs';

/** True when the Node of the npm package `node` runs and has the version of the lock file. */
export function isPinnedNodeReady(root) {
  return findFault(root) === undefined;
}

/** Makes the pinned Node run; its package fetches it by an install script, which may not have run. */
export async function ensurePinnedNode(root) {
  if (isPinnedNodeReady(root)) return;
  const directory = join(root, 'node_modules', 'node');
  tell(`Fetching Node ${wantedVersion(root)} …`);
  const fetched = await run('node', ['installArchSpecificPackage'], { cwd: directory });
  const link = join(root, 'node_modules', '.bin', 'node');
  if (existsSync(join(directory, 'bin', 'node')) && !existsSync(link)) {
    mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
    rmSync(link, { force: true });
    symlinkSync(join('..', 'node', 'bin', 'node'), link);
  }
  const fault = findFault(root);
  if (fault === undefined) return;
  const why = fetched.code === 0 ? fault : lastWords(fetched.output);
  throw new Problem(
    `Node ${wantedVersion(root)} (npm package "node") does not run on this ` +
      `${process.platform} ${process.arch}: ${why}`,
  );
}

function findFault(root) {
  const file = join(root, 'node_modules', '.bin', 'node');
  if (!existsSync(file)) return 'it was not installed';
  const wanted = `v${wantedVersion(root)}`;
  // Under `npm run` this very process is the pinned Node: no need to start it to ask.
  if (process.version === wanted && realpathSync(file) === realpathSync(process.execPath)) {
    return undefined;
  }
  const { stdout, stderr, error } = spawnSync(file, ['--version'], { encoding: 'utf8' });
  const said = (stdout ?? '').trim();
  if (said === wanted) return undefined;
  return said === '' ? (error?.message ?? lastWords(stderr ?? '')) : `it is ${said}`;
}

function wantedVersion(root) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return lock.packages['node_modules/node'].version;
}
