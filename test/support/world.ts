import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor, Ctx, Site } from '#platform/context';
import { type DatabaseHandle, openDatabase } from '#platform/db';
import { DEFAULT_READER } from '#platform/i18n';
import { fixedClock, type MovableClock } from '#platform/time';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { urlFor } from './database.setup.ts';

/** Where tests begin unless they say otherwise: a Monday morning. */
export const START = new Date('2026-11-23T08:00:00Z');

export interface World {
  /** Acts as the system. */
  ctx: Ctx;
  clock: MovableClock;
  /** Acts as a stranger. */
  stranger: Ctx;
  /** Acts as a member (with roles). */
  as(memberId: string, roles?: readonly string[]): Ctx;
  /** Addresses of this file's database: the application's role, the owner's, the superuser's. */
  url: string;
  ownerUrl: string;
  superuserUrl: string;
  handle: DatabaseHandle;
  logged: { level: string; details: object; message: string | undefined }[];
}

/** A database of this test file alone, cloned from the migrated template, with its own clock. */
export async function aWorld(): Promise<World> {
  const superuser = inject('superuserUrl');
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await administer(
    superuser,
    `create database ${name} template hirfa_template owner hirfa_owner strategy file_copy`,
  );
  const url = urlFor(superuser, 'hirfa_app', name);
  const handle = openDatabase(url, { max: 20, name: 'test', planned: 'all' });
  afterAll(async () => {
    await handle.close();
    // A picture may still be drawn for a page that nobody waits for any more.
    await rm(site.dataDir, { recursive: true, force: true, maxRetries: 5 });
    await administer(superuser, `drop database ${name} with (force)`);
  });
  const clock = fixedClock(START);
  const logged: World['logged'] = [];
  const say = (level: string) => (details: object, message?: string) => {
    logged.push({ level, details, message });
  };
  const site: Site = {
    publicUrl: 'http://localhost:3000',
    secret: 'a secret of the tests, long enough',
    dataDir: await mkdtemp(join(tmpdir(), 'hirfa-files-')),
    demo: true,
  };
  const ctxOf = (actor: Actor): Ctx => ({
    db: handle.db,
    pool: handle.pool,
    clock,
    actor,
    reader: DEFAULT_READER,
    log: { info: say('info'), warn: say('warn'), error: say('error') },
    random: randomBytes,
    site,
  });
  const superuserUrl = new URL(superuser);
  superuserUrl.pathname = `/${name}`;
  return {
    ctx: ctxOf({ kind: 'system', name: 'test' }),
    stranger: ctxOf({ kind: 'stranger' }),
    as: (memberId, roles = []) => ctxOf({ kind: 'member', memberId, roles }),
    clock,
    url,
    ownerUrl: urlFor(superuser, 'hirfa_owner', name),
    superuserUrl: superuserUrl.toString(),
    handle,
    logged,
  };
}

async function administer(superuserUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    // The template must have nobody in it while it is copied; another file may be copying: try again.
    for (let attempt = 1; !(await isDone(client, statement, attempt >= 50)); attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await client.end();
  }
}

const IN_USE = '55006';

async function isDone(client: pg.Client, statement: string, lastTry: boolean): Promise<boolean> {
  try {
    await client.query(statement);
    return true;
  } catch (error) {
    if (lastTry || (error as { code?: string }).code !== IN_USE) throw error;
    return false;
  }
}
