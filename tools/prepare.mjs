/**
 * Runs before `npm start`, `npm test` and `npm run dev`, on whatever Node (20 or newer) the machine
 * has and before any package is installed: installs what the lock file says, checks the pinned Node
 * and PostgreSQL's libraries, builds what changed. Silent and quick when there is nothing to do.
 *
 *   --browser   also find or install a Chromium, and write where it lies under var/
 *   --build     build even when nothing changed
 *   --install   install only, build nothing (the check reads sources)
 */
const WANTED_MAJOR = 20;

if (Number(process.versions.node.split('.')[0]) < WANTED_MAJOR) {
  console.error(`Node ${WANTED_MAJOR} or newer is needed; this is ${process.version}.`);
  process.exit(1);
}

const { prepare } = await import('./prepare/prepare.mjs');
process.exitCode = await prepare(process.argv.slice(2));
