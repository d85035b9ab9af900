import { type Cluster, startCluster } from './cluster.ts';
import { findPostmaster } from './postmaster.ts';

const LOOK_EVERY_MS = 500;
const REST_AFTER_FAILURE_MS = 5000;

/** What the watch needs: the cluster, its port, and who may start it (one process at a time). */
export type Watched = {
  cluster: Cluster;
  port: number;
  alone<T>(work: () => Promise<T>): Promise<T>;
  log: { info(message: string): void; warn(message: string): void };
};

/**
 * Starts the database again, on its same port, when it ended without being asked to (killed, out of
 * memory). `end` stops watching and waits for a restart under way.
 */
export function watchCluster(watched: Watched): { end(): Promise<void> } {
  const { cluster, port, log } = watched;
  let ended = false;
  let notBefore = 0;
  let restarting: Promise<void> | undefined;
  const timer = setInterval(() => {
    if (restarting || performance.now() < notBefore || findPostmaster(cluster.dir)) return;
    log.warn('The database ended unexpectedly: starting it again.');
    restarting = restart()
      .catch((error: Error) => {
        notBefore = performance.now() + REST_AFTER_FAILURE_MS;
        log.warn(error.message);
      })
      .finally(() => {
        restarting = undefined;
      });
  }, LOOK_EVERY_MS);
  timer.unref();

  async function restart(): Promise<void> {
    await watched.alone(async () => {
      if (ended || findPostmaster(cluster.dir)) return;
      await startCluster(cluster, port);
      log.info('The database runs again.');
    });
  }

  return {
    async end() {
      ended = true;
      clearInterval(timer);
      await restarting;
    },
  };
}
