import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { Ctx } from '#platform/context';
import { listMigrations } from '#platform/db';

const ANSWER_WITHIN_MS = 2_000;

export interface Readiness {
  ready: boolean;
  database: 'answers' | 'away';
  migrations: 'current' | 'behind' | 'unknown';
}

/** Whether this process can serve: the database answers within 2 s and knows every migration file. */
export async function readiness(ctx: Ctx, directory = migrationsDirectory()): Promise<Readiness> {
  try {
    const [files, ran] = await Promise.all([
      listMigrations(directory),
      withinTime(ranMigrations(ctx)),
    ]);
    const current = files.every((name) => ran.has(name));
    return { ready: current, database: 'answers', migrations: current ? 'current' : 'behind' };
  } catch (error) {
    ctx.log.warn({ err: error }, 'not ready');
    return { ready: false, database: 'away', migrations: 'unknown' };
  }
}

async function ranMigrations(ctx: Ctx): Promise<Set<string>> {
  const { rows } = await ctx.pool.query<{ name: string }>('select name from public.migrations');
  return new Set(rows.map((row) => row.name));
}

/** The files lie beside package.json, wherever the built code is. */
function migrationsDirectory(): string {
  const root = findPackageJSON('..', import.meta.url);
  if (!root) throw new Error('package.json is not above the code');
  return join(dirname(root), 'db/migrations');
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the database does not answer')), ANSWER_WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
