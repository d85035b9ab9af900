import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { getBinaries } from './binaries.ts';
import {
  type Cluster,
  createCluster,
  ownCluster,
  refuseOtherVersion,
  resetSuperuserPassword,
  startCluster,
  stopCluster,
} from './cluster.ts';
import { openDataDirectory, refuseClosedPaths, refuseFullDisk } from './data-directory.ts';
import { getDatabaseAccount } from './database-account.ts';
import { readPasswords } from './passwords.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { openLocks } from './process-lock.ts';
import { type DatabaseUrls, knock, prepareRoles } from './roles.ts';
import { asStartRefusal, StartRefusal } from './start-refusal.ts';
import { watchCluster } from './watch.ts';

/**
 * Where the data lives and who is told what happens. `database` is one of several in it (hirfa when
 * not said); `fast` gives up durability, for tests and for what can be made again.
 */
export type EmbeddedDatabaseOptions = {
  dataDir: string;
  database?: string;
  log: { info(message: string): void; warn(message: string): void };
  fast?: boolean;
};

/** A running database. `adopted` says that it ran already; `stop` may be called twice. */
export type EmbeddedDatabase = DatabaseUrls & { adopted: boolean; stop(): Promise<void> };

/**
 * Starts PostgreSQL under `<dataDir>/postgres`, or joins the one that already runs there: left
 * behind by a killed server, or in use by another of our processes. It is watched and started again
 * if it dies, and the last process that uses it stops it. Refuses (StartRefusal) in one line what
 * the operator must put right.
 */
export async function startEmbeddedDatabase(
  options: EmbeddedDatabaseOptions,
): Promise<EmbeddedDatabase> {
  const binaries = getBinaries();
  const dataDir = await openDataDirectory(resolve(options.dataDir));
  const dir = join(dataDir, 'postgres');
  const account = await getDatabaseAccount(dir);
  await refuseClosedPaths({ dataDir, binaries }, account);
  const cluster: Cluster = { dir, binaries, account, fast: options.fast === true };
  const locks = openLocks(dataDir);
  const database = options.database ?? 'hirfa';
  try {
    const { hold, ...running } = await locks.alone(async () => ({
      ...(await ensureRunning(cluster, { dataDir, database })),
      hold: await locks.use(),
    }));
    const port = running.postmaster.port;
    const watch = watchCluster({ cluster, port, alone: locks.alone, log: options.log });
    const { url, ownerUrl } = running.urls;
    let stopping: Promise<void> | undefined;
    const stop = async () => {
      await watch.end();
      await locks.alone(async () => {
        hold.release();
        if (locks.isUnused()) await stopCluster(cluster);
      });
    };
    return {
      url,
      ownerUrl,
      adopted: running.adopted,
      stop: () => {
        stopping ??= stop();
        return stopping;
      },
    };
  } catch (error) {
    throw asStartRefusal(error, `The database in ${dir} could not be started`);
  }
}

type Running = { postmaster: Postmaster; urls: DatabaseUrls; adopted: boolean };

async function ensureRunning(
  cluster: Cluster,
  { dataDir, database }: { dataDir: string; database: string },
): Promise<Running> {
  const exists = (await stat(cluster.dir).catch(() => undefined)) !== undefined;
  if (!findPostmaster(cluster.dir)) await refuseFullDisk(dataDir, cluster.dir);
  const keys = await readPasswords(dataDir);
  if (exists) {
    await refuseOtherVersion(cluster);
    await ownCluster(cluster);
  } else {
    await createCluster(cluster, keys.passwords.superuser);
  }
  const door = await knock(() => findPostmaster(cluster.dir), keys.passwords);
  let { fresh } = keys;
  if (door === 'closed' || (exists && fresh)) {
    // The passwords' file was lost: whoever owns the files owns the database, so set new ones.
    await stopCluster(cluster);
    await resetSuperuserPassword(cluster, keys.passwords.superuser);
    fresh = true;
  }
  const adopted = findPostmaster(cluster.dir) !== undefined;
  if (!adopted) {
    await startCluster(cluster);
    await knock(() => findPostmaster(cluster.dir), keys.passwords);
  }
  const postmaster = findPostmaster(cluster.dir);
  if (!postmaster)
    throw new StartRefusal(`The database in ${cluster.dir} ended right after its start.`);
  return {
    postmaster,
    urls: await prepareRoles(postmaster, { ...keys, fresh, database }),
    adopted,
  };
}
