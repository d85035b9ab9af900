import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Ctx } from '#platform/context';
import { migrate, openDatabase } from '#platform/db';
import { startEmbeddedDatabase, StartRefusal } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { systemClock } from '#platform/time';
import { config } from '#config';
import { type CitySize, citySizes, loadCity, WORLD_PASSWORD } from '#world/city';
import pg from 'pg';
import { syncCategories } from '../modules/catalogue/module.ts';
import { type LedgerReport, reportLine, verifyLedger } from '../modules/ledger/module.ts';
import { rebuildSearch } from '../modules/search/module.ts';
import { undoBrokenWorld } from './broken-world.ts';
import { ledgerChecks } from './ledger-checks.ts';
import { writeWorldCurve } from './world-curve.ts';
import { openWorldProgress } from './world-progress.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const MIGRATIONS = join(ROOT, 'db/migrations');
const HOUR_MS = 3_600_000;

/** Where worlds are kept when DATA_DIR does not say: beside the demo's data, for the benchmarks. */
const WORLDS_DIR = 'var/bench';

/**
 * `npm run world -- city [--again]`: makes the world in a database of its own on the embedded server,
 * unless it stands there. WORLD_NOW is the instant it ends at; the last full hour when not said.
 * `npm run world -- curve`: the words of the city's catalogue against Zipf's law.
 */
async function main(name = '', flags: readonly string[]): Promise<number> {
  const size = citySizes[name === 'curve' ? 'city' : name];
  if (!size) {
    process.stderr.write(
      `Worlds: ${Object.keys(citySizes).join(', ')}; --again makes it anew. curve: the city's words.\n`,
    );
    return 2;
  }
  const dataDir = resolve(ROOT, process.env.DATA_DIR || WORLDS_DIR);
  await mkdir(dataDir, { recursive: true });
  const log = {
    info: () => undefined,
    warn: (line: string) => void process.stderr.write(`${line}\n`),
  };
  const database = `hirfa_${size.name}`;
  const server = await startEmbeddedDatabase({ dataDir, database, log, fast: true });
  try {
    if (name === 'curve') {
      if (!(await stateOf(server.ownerUrl)).filled)
        throw new StartRefusal('Make it first: npm run world -- city');
      await writeWorldCurve(server.ownerUrl, join(ROOT, 'docs/worlds.md'));
      return 0;
    }
    return await make(size, { ...server, again: flags.includes('--again') });
  } finally {
    await server.stop();
  }
}

async function make(
  size: CitySize,
  of: { url: string; ownerUrl: string; again: boolean },
): Promise<number> {
  const { ownerUrl, again } = of;
  const { begun, filled } = await stateOf(ownerUrl);
  if (begun && (!filled || again)) {
    // A half-made one has lost its keys: it is thrown away before anything is migrated.
    await setWorld(ownerUrl, 'filled = false');
    await undoBrokenWorld(ownerUrl, MIGRATIONS);
  } else await migrate(ownerUrl, MIGRATIONS);
  if (filled && !again) {
    process.stdout.write(`${size.name} stands. --again makes it anew.\n`);
    return 0;
  }
  const handle = openDatabase(of.url, { name: 'hirfa-world' });
  try {
    const ctx = contextOver(handle);
    await syncCategories(ctx);
    await setWorld(ownerUrl, 'begun = true');
    const progress = openWorldProgress(size.name);
    await loadCity({
      size,
      now: new Date(process.env.WORLD_NOW || Math.floor(Date.now() / HOUR_MS) * HOUR_MS),
      textsDirectory: join(ROOT, 'db/worlds/city/texts'),
      groups: config.categories.map((group) => {
        return { key: group.key, leafKeys: group.leaves.map(({ key }) => key) };
      }),
      connect: () => connected(ownerUrl),
      progress: (step, share) => progress.step(step, share),
    });
    // They touch different tables, and each keeps one core busy.
    const [report] = await Promise.all([
      prove(ctx, (share) => progress.step('proof of the ledger', share)),
      rebuildSearch(ctx, (held) => progress.step('search index', held / (size.services + 1))),
    ]);
    progress.step('search index', 1);
    if (!report.ok) return 1;
    await setWorld(ownerUrl, 'filled = true');
    progress.done();
    process.stdout.write(
      `Open it with DATA_DIR=${process.env.DATA_DIR || WORLDS_DIR} WORLD=${size.name} npm start; ` +
        `staff are admin@${size.name}.example and reviewer@${size.name}.example, ${WORLD_PASSWORD}\n`,
    );
    return 0;
  } finally {
    await handle.close();
  }
}

async function prove(ctx: Ctx, progress: (share: number) => void): Promise<LedgerReport> {
  progress(0);
  const report = await verifyLedger(ctx, ledgerChecks);
  progress(1);
  process.stdout.write(`${reportLine(report)}\n`);
  return report;
}

function contextOver(handle: ReturnType<typeof openDatabase>): Ctx {
  const say = (details: object, message?: string) =>
    void process.stderr.write(`${message ?? ''} ${JSON.stringify(details)}\n`);
  return {
    db: handle.db,
    pool: handle.pool,
    clock: systemClock,
    actor: { kind: 'system', name: 'world' },
    reader: DEFAULT_READER,
    log: { info: () => undefined, warn: say, error: say },
    random: randomBytes,
    site: { publicUrl: '', secret: '', dataDir: '', demo: true },
  };
}

async function connected(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  return client;
}

async function stateOf(ownerUrl: string): Promise<{ begun: boolean; filled: boolean }> {
  const client = await connected(ownerUrl);
  const empty = { begun: false, filled: false };
  try {
    const { rows } = await client.query<typeof empty>('select begun, filled from platform.world');
    return rows[0] ?? empty;
  } catch {
    return empty; // Not even migrated.
  } finally {
    await client.end();
  }
}

async function setWorld(ownerUrl: string, what: string): Promise<void> {
  const client = await connected(ownerUrl);
  try {
    await client.query(`update platform.world set ${what}`);
  } finally {
    await client.end();
  }
}

main(process.argv[2], process.argv.slice(3)).then(
  (code) => process.exit(code),
  (error: Error) => {
    const expected = error instanceof StartRefusal;
    process.stderr.write(`${expected ? error.message : (error.stack ?? error.message)}\n`);
    process.exit(1);
  },
);
