import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { syncCategories } from '#catalogue';
import type { Ctx } from '#platform/context';
import { migrate, openDatabase } from '#platform/db';
import { startEmbeddedDatabase } from '#platform/embedded-database';
import { DEFAULT_READER } from '#platform/i18n';
import { systemClock } from '#platform/time';
import { rebuildSearch } from '#search';
import type { Bench } from '../measure/bench.ts';
import { generatedServices, loadServices } from './load-market.ts';

/** A market of so many generated services, kept between runs in var/. */
export async function openSearchMarket(
  bench: Bench,
  size: number,
): Promise<{ ctx: Ctx; close(): Promise<void> }> {
  const dataDir = resolve(`var/bench-search-${size}`);
  await mkdir(dataDir, { recursive: true });
  const { say } = bench;
  const database = await startEmbeddedDatabase({ dataDir, log: { info: say, warn: say } });
  const handle = openDatabase(database.url, { max: 8, name: 'bench' });
  const close = async () => {
    await handle.close();
    await database.stop();
  };
  try {
    await migrate(database.ownerUrl, resolve('db/migrations'));
    const ctx = contextOver(handle);
    await fill(bench, ctx, { size, ownerUrl: database.ownerUrl });
    return { ctx, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fill(
  bench: Bench,
  ctx: Ctx,
  { size, ownerUrl }: { size: number; ownerUrl: string },
): Promise<void> {
  const { rows } = await ctx.pool.query<{ held: number }>(
    'select count(*)::integer as held from search.documents',
  );
  if (rows[0]?.held === size) return;
  bench.say(`  writing ${size} services`);
  await syncCategories(ctx);
  const { rows: cards } = await ctx.pool.query('select 1 from catalogue.service_cards limit 1');
  if (cards.length === 0) await loadServices(ownerUrl, ctx, generatedServices(ctx, size));
  const started = performance.now();
  await rebuildSearch(ctx, (done) => {
    if (done % 50_000 === 0) bench.say(`  indexed ${done}`);
  });
  bench.say(`  rebuilt in ${Math.round((performance.now() - started) / 1_000)} s`);
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
