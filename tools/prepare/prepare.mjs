import { chmodSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, findUnbuilt } from './build.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, findMissingInstall } from './install.mjs';
import { alone } from './alone.mjs';
import { ensurePinnedNode, isPinnedNodeReady } from './pinned-node.mjs';
import { arePostgresLinksReady, ensurePostgresLinks } from './postgres-links.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Prepares the project for what npm is about to run; gives the exit code. */
export async function prepare(flags) {
  try {
    const force = flags.includes('--build');
    const installOnly = flags.includes('--install');
    if (force || !isReady(ROOT, installOnly)) {
      await alone(varDirectory(ROOT), async () => {
        await ensureInstalled(ROOT);
        await ensurePinnedNode(ROOT);
        await ensurePostgresLinks(ROOT);
        if (!installOnly) await build(ROOT, force ? ['server', 'client'] : findUnbuilt(ROOT));
      });
    }
    if (flags.includes('--browser')) await ensureBrowser(ROOT, varDirectory(ROOT));
    return 0;
  } catch (error) {
    process.stderr.write(`${String(error?.message ?? error).replace(/\s+/g, ' ')}\n`);
    return 1;
  }
}

function isReady(root, installOnly) {
  return (
    findMissingInstall(root) === undefined &&
    isPinnedNodeReady(root) &&
    arePostgresLinksReady(root) &&
    (installOnly || findUnbuilt(root).length === 0)
  );
}

function varDirectory(root) {
  const directory = join(root, 'var');
  // Open to pass through: the database may run as another account.
  if (mkdirSync(directory, { recursive: true }) !== undefined) chmodSync(directory, 0o711);
  return directory;
}
