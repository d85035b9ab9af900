import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findPostmaster, isAlive } from './postmaster.ts';
import { type EmbeddedDatabase, startEmbeddedDatabase } from './start-embedded-database.ts';
import { StartRefusal } from './start-refusal.ts';

const isRoot = process.getuid?.() === 0;
const onLinuxAsRoot = isRoot && process.platform === 'linux';
const warnings: string[] = [];
const log = { info: () => {}, warn: (message: string) => warnings.push(message) };
let home: string;
let running: EmbeddedDatabase[] = [];
let children: ChildProcess[] = [];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'hirfa-embedded-'));
  await chmod(home, 0o711);
  warnings.length = 0;
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  for (const database of running) await database.stop();
  const postmaster = findPostmaster(cluster());
  if (postmaster) process.kill(postmaster.pid, 'SIGQUIT');
  await until(() => !findPostmaster(cluster()));
  await rm(home, { recursive: true, force: true });
  running = [];
  children = [];
});

const dataDir = () => join(home, 'data');
const cluster = () => join(dataDir(), 'postgres');

async function start(dir = dataDir()): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ dataDir: dir, log, fast: true });
  running.push(database);
  return database;
}

async function refusalOf(dir: string): Promise<string> {
  const error = await start(dir).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartRefusal);
  const { message } = error as StartRefusal;
  expect(message).not.toContain('\n');
  return message;
}

async function ask(url: string, sql: string): Promise<unknown[][]> {
  const client = new pg.Client(url);
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows;
  } finally {
    await client.end();
  }
}

async function until(true_: () => boolean | Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await true_())) {
    if (performance.now() > deadline) throw new Error('It did not happen in time.');
    await sleep(50);
  }
}

/** Another process of ours that starts the database and stays; its own process group. */
async function anotherProcess(): Promise<ChildProcess> {
  const module = join(import.meta.dirname, 'start-embedded-database.ts');
  const program = `
    const { startEmbeddedDatabase } = await import(${JSON.stringify(module)});
    const log = { info() {}, warn() {} };
    const database = await startEmbeddedDatabase({ dataDir: ${JSON.stringify(dataDir())}, log, fast: true });
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => database.stop().then(() => process.exit(0)));
    setInterval(() => {}, 1000);
    console.log('started');
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
  });
  return child;
}

async function gone(child: ChildProcess): Promise<void> {
  await until(() => child.exitCode !== null || child.signalCode !== null);
}

describe('a start', { timeout: 60_000 }, () => {
  test('makes a database with an owner and an app that owns nothing, and stops it whole', async () => {
    const database = await start();
    expect(database.adopted).toBe(false);
    expect(await ask(database.url, 'SELECT current_user, current_database()')).toEqual([
      ['hirfa_app', 'hirfa'],
    ]);
    const [[version, encoding, letters]] = (await ask(
      database.ownerUrl,
      `SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding'),
         show_trgm('حرفة')::text <> '{}' FROM (SELECT 1) one`,
    ).catch(async () => {
      await ask(database.ownerUrl, 'CREATE EXTENSION pg_trgm');
      return ask(
        database.ownerUrl,
        `SELECT current_setting('server_version_num')::int / 10000, current_setting('server_encoding'),
           show_trgm('حرفة')::text <> '{}'`,
      );
    })) as [[number, string, boolean]];
    expect([version, encoding, letters]).toEqual([18, 'UTF8', true]);
    await expect(ask(database.url, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission/);
    const powers = await ask(
      database.ownerUrl,
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'hirfa%' AND (rolsuper OR rolcreaterole)`,
    );
    expect(powers).toEqual([]);

    const pid = findPostmaster(cluster())?.pid ?? 0;
    await database.stop();
    await until(() => !isAlive(pid) || !findPostmaster(cluster()));
    expect(existsSync(join(cluster(), 'postmaster.pid'))).toBe(false);
  });

  test('keeps what was written for the next start, and its passwords to itself', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (word text)');
    await ask(first.ownerUrl, `INSERT INTO kept VALUES ('باقٍ')`);
    await first.stop();
    const second = await start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.ownerUrl, 'SELECT word FROM kept')).toEqual([['باقٍ']]);

    const file = join(dataDir(), 'database-passwords.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const serverLog = await readFile(join(cluster(), 'server.log'), 'utf8');
    for (const password of Object.values(JSON.parse(await readFile(file, 'utf8')) as object)) {
      expect(serverLog).not.toContain(password);
    }
  });

  test('listens on the loopback address only', async () => {
    const { ownerUrl } = await start();
    const rows = await ask(ownerUrl, `SELECT current_setting('listen_addresses')`);
    expect(rows).toEqual([['127.0.0.1']]);
  });

  test('mends a lost file of passwords', async () => {
    const first = await start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (id int)');
    await first.stop();
    await rm(join(dataDir(), 'database-passwords.json'));
    const second = await start();
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.ownerUrl, 'SELECT count(*)::int FROM kept')).toEqual([[0]]);
  });

  test('throws away a cluster that a killed first start left half made', async () => {
    await mkdir(join(dataDir(), 'postgres.new-0a0b0c0d', 'base'), { recursive: true });
    await chmod(dataDir(), 0o711);
    await start();
    expect(existsSync(join(dataDir(), 'postgres.new-0a0b0c0d'))).toBe(false);
  });
});

describe('after an accident', { timeout: 60_000 }, () => {
  test('the database of a server killed with SIGKILL is adopted and later stopped', async () => {
    const child = await anotherProcess();
    child.kill('SIGKILL');
    await gone(child);
    const left = findPostmaster(cluster());
    expect(left).toBeDefined();
    const database = await start();
    expect(database.adopted).toBe(true);
    expect(findPostmaster(cluster())?.pid).toBe(left?.pid);
    expect(await ask(database.url, 'SELECT 1')).toEqual([[1]]);
    await database.stop();
    expect(findPostmaster(cluster())).toBeUndefined();
  });

  test('a database killed together with its server is recovered', async () => {
    const child = await anotherProcess();
    child.kill('SIGKILL');
    await gone(child);
    process.kill(findPostmaster(cluster())?.pid ?? 0, 'SIGKILL');
    const database = await start();
    expect(await ask(database.url, 'SELECT 1')).toEqual([[1]]);
  });

  test.each(['SIGKILL', 'SIGQUIT'] as const)(
    'a database ended by %s under a living server is started again on its port',
    async (signal) => {
      const database = await start();
      const pid = findPostmaster(cluster())?.pid ?? 0;
      process.kill(pid, signal);
      await until(() => findPostmaster(cluster())?.pid !== pid);
      await until(() =>
        ask(database.url, 'SELECT 1').then(
          () => true,
          () => false,
        ),
      );
      expect(findPostmaster(cluster())?.pid).not.toBe(pid);
      expect(warnings).toContain('The database ended unexpectedly: starting it again.');
    },
  );

  test('a pid file whose number another process has now does not stop the start', async () => {
    const first = await start();
    await first.stop();
    const lines = [process.pid, cluster(), 1, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(cluster(), 'postmaster.pid'), `${lines.join('\n')}\n`);
    const second = await start();
    expect(second.adopted).toBe(false);
  });

  test('a pid file whose process is gone does not stop the start', async () => {
    const first = await start();
    await first.stop();
    const ended = spawn(process.execPath, ['-e', '']);
    await gone(ended);
    const lines = [ended.pid, cluster(), 1, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(cluster(), 'postmaster.pid'), `${lines.join('\n')}\n`);
    expect((await start()).adopted).toBe(false);
  });

  test("a terminal's Ctrl-C reaches the server's process group, not the database", async () => {
    const child = await anotherProcess();
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await sleep(500);
    expect(findPostmaster(cluster())).toBeDefined();
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    await gone(child);
    expect(child.exitCode).toBe(0);
    expect(findPostmaster(cluster())).toBeUndefined();
  });
});

describe('two of our processes on one data directory', { timeout: 60_000 }, () => {
  test('share the database, and the last to stop stops it', async () => {
    const child = await anotherProcess();
    const database = await start();
    expect(database.adopted).toBe(true);
    child.kill('SIGTERM');
    await gone(child);
    expect(await ask(database.url, 'SELECT 1')).toEqual([[1]]);
    await database.stop();
    expect(findPostmaster(cluster())).toBeUndefined();
  });

  test('may start at the same moment', async () => {
    const both = await Promise.all([start(), start(), anotherProcess()]);
    expect(both[0].url).toBe(both[1].url);
    expect(await ask(both[0].url, 'SELECT 1')).toEqual([[1]]);
  });
});

describe('what the operator must put right is one line:', { timeout: 60_000 }, () => {
  test('a data directory below a file', async () => {
    await writeFile(join(home, 'file'), '');
    const message = await refusalOf(join(home, 'file', 'data'));
    expect(message).toContain(join(home, 'file', 'data'));
    expect(message).toContain('a file, not a directory');
  });

  test('a data directory that cannot be written', async () => {
    const closed = isRoot ? '/sys/hirfa' : join(home, 'closed');
    if (!isRoot) await mkdir(closed, { mode: 0o555 });
    expect(await refusalOf(closed)).toMatch(/DATA_DIR.*(may not write there|read-only)/);
  });

  test.runIf(isRoot)('a path that the account of the database may not enter', async () => {
    const closed = join(home, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true });
    await chmod(closed, 0o700);
    const message = await refusalOf(join(closed, 'data'));
    expect(message).toContain(`may not enter ${closed}.`);
  });

  test.runIf(onLinuxAsRoot)('a full disk', async (context) => {
    const disk = join(home, 'disk');
    await mkdir(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m,mode=711', 'tmpfs', disk], {
        stdio: 'ignore',
      });
    } catch {
      context.skip('mounting is not allowed here');
    }
    try {
      expect(await refusalOf(join(disk, 'data'))).toMatch(/is full: \d MB free/);
    } finally {
      execFileSync('umount', [disk]);
    }
  });

  test('a database of another version', async () => {
    await (await start()).stop();
    await writeFile(join(cluster(), 'PG_VERSION'), '17\n');
    expect(await refusalOf(dataDir())).toContain('made by PostgreSQL 17, this is 18');
  });

  test('a database that is damaged, in the words of PostgreSQL', async () => {
    await (await start()).stop();
    await rm(join(cluster(), 'global', 'pg_control'));
    expect(await refusalOf(dataDir())).toMatch(
      /could not be started in .*(pg_control|control file)/,
    );
  });
});
