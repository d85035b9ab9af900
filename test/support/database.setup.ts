import { resolve } from 'node:path';
import { migrate } from '#platform/db';
import { startTestDatabase } from '#platform/embedded-database';
import pg from 'pg';
import type { TestProject } from 'vitest/node';

const TEMPLATE = 'hirfa_template';
const PASSWORD = 'test';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the test cluster as its superuser. */
    superuserUrl: string;
  }
}

let running: Awaited<ReturnType<typeof startTestDatabase>> | undefined;

/** One cluster for the whole run with a migrated template; each test file clones it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  running ??= await prepare();
  project.provide('superuserUrl', running.url);
  return async () => {
    await running?.stop();
    running = undefined;
  };
}

async function prepare() {
  const database = await startTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const role of ['hirfa_owner', 'hirfa_app']) {
      await client.query(`create role ${role} login password '${PASSWORD}'`);
    }
    await client.query(`create database ${TEMPLATE} owner hirfa_owner`);
  } finally {
    await client.end();
  }
  await migrate(urlFor(database.url, 'hirfa_owner', TEMPLATE), resolve('db/migrations'));
  return database;
}

/** The cluster's address for another role and database. */
export function urlFor(superuserUrl: string, role: string, database: string): string {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = PASSWORD;
  url.pathname = `/${database}`;
  return url.toString();
}
