import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Passwords } from './passwords.ts';
import type { Postmaster } from './postmaster.ts';
import { StartRefusal } from './start-refusal.ts';

const OWNER = 'hirfa_owner';
const APP = 'hirfa_app';
const CONNECT_TIMEOUT_MS = 120_000;
const RETRY_MS = 100;
const INVALID_PASSWORD = '28P01';

/** Addresses of the database: `url` for the program's role, `ownerUrl` for migrations. */
export type DatabaseUrls = { url: string; ownerUrl: string };

/**
 * Makes the two roles and the database where they are missing. Passwords are set when a role is
 * made, and again when they were `fresh`.
 */
export async function prepareRoles(
  postmaster: Postmaster,
  keys: { passwords: Passwords; fresh: boolean; database: string },
): Promise<DatabaseUrls> {
  const { passwords, fresh, database } = keys;
  const name = pg.escapeIdentifier(database);
  const client = new pg.Client(superuserUrl(postmaster, passwords));
  await client.connect();
  try {
    for (const [role, password] of [
      [OWNER, passwords.owner],
      [APP, passwords.app],
    ] as const) {
      const found = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (found.rowCount === 1 && !fresh) continue;
      const verb = found.rowCount === 1 ? 'ALTER' : 'CREATE';
      const secret = client.escapeLiteral(password);
      await client.query(
        `${verb} ROLE ${role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${secret}`,
      );
    }
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${name} OWNER ${OWNER}`);
    await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${APP}`);
  } finally {
    await client.end();
  }
  return {
    url: address({ user: APP, password: passwords.app, database }, postmaster),
    ownerUrl: address({ user: OWNER, password: passwords.owner, database }, postmaster),
  };
}

/** The superuser's address, for making roles and for tests. */
export function superuserUrl(postmaster: Postmaster, passwords: Passwords): string {
  const role = { user: 'postgres', password: passwords.superuser, database: 'postgres' };
  return address(role, postmaster);
}

/**
 * Waits until a running cluster lets us in (it may be recovering from a crash): 'open', or 'closed'
 * when it knows another password, or 'gone' when it ended meanwhile. Refuses after two minutes.
 */
export async function knock(
  find: () => Postmaster | undefined,
  passwords: Passwords,
): Promise<'open' | 'closed' | 'gone'> {
  const deadline = performance.now() + CONNECT_TIMEOUT_MS;
  while (performance.now() < deadline) {
    const postmaster = find();
    if (!postmaster) return 'gone';
    const answer = await tryConnect(superuserUrl(postmaster, passwords));
    if (answer !== 'later') return answer;
    await sleep(RETRY_MS);
  }
  throw new StartRefusal('The running database did not become ready within two minutes.');
}

async function tryConnect(url: string): Promise<'open' | 'closed' | 'later'> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return 'open';
  } catch (error) {
    return (error as { code?: string }).code === INVALID_PASSWORD ? 'closed' : 'later';
  } finally {
    await client.end().catch(() => {});
  }
}

function address(
  role: { user: string; password: string; database: string },
  { port, socketDir }: Postmaster,
): string {
  const url = `postgres://${role.user}:${role.password}@127.0.0.1:${port}/${role.database}`;
  // `host` of the query wins over the one in front, which stays for programs that know only TCP.
  return socketDir === '' ? url : `${url}?host=${encodeURIComponent(socketDir)}`;
}
