import { randomBytes } from 'node:crypto';
import { migrate, openDatabase } from '#platform/db';
import type { Ctx } from '#platform/context';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { systemClock } from '#platform/time';
import type { Bench } from '../measure/bench.ts';
import { keptDirectory, makeWorld } from '../servers/site.ts';

/** The search of a large world in this process, and how many services can be found in it. */
export async function openSearchMarket(
  bench: Bench,
  world: 'city' | 'metropolis',
): Promise<{ ctx: Ctx; size: number; close(): Promise<void> }> {
  const { say } = bench;
  const dataDir = await keptDirectory();
  await makeWorld(dataDir, world);
  const database = await startEmbeddedDatabase({
    dataDir,
    database: `hirfa_${world}`,
    log: { info: say, warn: say },
  });
  const handle = openDatabase(database.url, { max: 8, name: 'bench' });
  const close = async () => {
    await handle.close();
    await database.stop();
  };
  try {
    await migrate(database.ownerUrl, 'db/migrations');
    const { rows } = await handle.pool.query<{ size: number }>(
      'select count(*)::integer as size from search.documents',
    );
    return { ctx: contextOver(handle), size: rows[0]?.size ?? 0, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What an action is given, over a database of this process. */
export function contextOver(handle: ReturnType<typeof openDatabase>): Ctx {
  const ignore = () => undefined;
  return {
    ...handle,
    clock: systemClock,
    actor: { kind: 'system', name: 'bench' },
    reader: DEFAULT_READER,
    log: { info: ignore, warn: ignore, error: ignore },
    random: randomBytes,
    site: { publicUrl: '', secret: '', dataDir: '', demo: false },
  };
}
