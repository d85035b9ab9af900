import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isAlive } from './postmaster.ts';
import { aPlace, ask, gone, type Place, until } from './testing/place.fixture.ts';

let made: Place;
let place: Place;

beforeAll(async () => {
  made = await aPlace();
  await (await made.start()).stop();
}, 60_000);

afterAll(() => made.end());

beforeEach(async () => {
  place = await aPlace();
});

afterEach(() => place.end());

describe('a start', { timeout: 60_000 }, () => {
  test('makes a database with an owner and an app that owns nothing, and stops it whole', async () => {
    const database = await place.start();
    expect(database.adopted).toBe(false);
    expect(await ask(database.url, 'SELECT current_user, current_database()')).toEqual([
      ['hirfa_app', 'hirfa'],
    ]);
    await ask(database.ownerUrl, 'CREATE EXTENSION pg_trgm');
    const about = await ask(
      database.ownerUrl,
      `SELECT current_setting('server_version_num')::int / 10000,
         current_setting('server_encoding'), show_trgm('حرفة') <> '{}'`,
    );
    expect(about).toEqual([[18, 'UTF8', true]]);
    await expect(ask(database.url, 'CREATE TABLE mine (id int)')).rejects.toThrow(/permission/);
    const powers = await ask(
      database.ownerUrl,
      `SELECT rolname FROM pg_roles WHERE rolname LIKE 'hirfa%' AND (rolsuper OR rolcreaterole)`,
    );
    expect(powers).toEqual([]);

    const pid = place.postmaster()?.pid ?? 0;
    await database.stop();
    await until(() => !isAlive(pid) || !place.postmaster());
    expect(existsSync(join(place.cluster, 'postmaster.pid'))).toBe(false);
  });

  test('keeps what was written for the next start, and its passwords to itself', async () => {
    place.copy(made.dataDir);
    const first = await place.start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (word text)');
    await ask(first.ownerUrl, `INSERT INTO kept VALUES ('باقٍ')`);
    await first.stop();
    const second = await place.start();
    expect(second.adopted).toBe(false);
    expect(await ask(second.ownerUrl, 'SELECT word FROM kept')).toEqual([['باقٍ']]);

    const file = join(place.dataDir, 'database-passwords.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const serverLog = await readFile(join(place.cluster, 'server.log'), 'utf8');
    for (const password of Object.values(JSON.parse(await readFile(file, 'utf8')) as object)) {
      expect(serverLog).not.toContain(password);
    }
  });

  test('listens on the loopback address only', async () => {
    place.copy(made.dataDir);
    const { ownerUrl } = await place.start();
    const rows = await ask(ownerUrl, `SELECT current_setting('listen_addresses')`);
    expect(rows).toEqual([['127.0.0.1']]);
  });

  test('mends a lost file of passwords', async () => {
    place.copy(made.dataDir);
    const first = await place.start();
    await ask(first.ownerUrl, 'CREATE TABLE kept (id int)');
    await first.stop();
    await rm(join(place.dataDir, 'database-passwords.json'));
    const second = await place.start();
    expect(second.url).not.toBe(first.url);
    expect(await ask(second.ownerUrl, 'SELECT count(*)::int FROM kept')).toEqual([[0]]);
  });

  test('throws away a cluster that a killed first start left half made', async () => {
    await mkdir(join(place.dataDir, 'postgres.new-0a0b0c0d', 'base'), { recursive: true });
    await chmod(place.dataDir, 0o711);
    await place.start();
    expect(existsSync(join(place.dataDir, 'postgres.new-0a0b0c0d'))).toBe(false);
  });
});

describe('after an accident', { timeout: 60_000 }, () => {
  beforeEach(() => place.copy(made.dataDir));

  test('the database of a server killed with SIGKILL is adopted and later stopped', async () => {
    const child = await place.startInAnotherProcess();
    child.kill('SIGKILL');
    await gone(child);
    const left = place.postmaster();
    expect(left).toBeDefined();
    const database = await place.start();
    expect(database.adopted).toBe(true);
    expect(place.postmaster()?.pid).toBe(left?.pid);
    expect(await ask(database.url, 'SELECT 1')).toEqual([[1]]);
    await database.stop();
    expect(place.postmaster()).toBeUndefined();
  });

  test('a database killed together with its server is recovered', async () => {
    const child = await place.startInAnotherProcess();
    child.kill('SIGKILL');
    await gone(child);
    process.kill(place.postmaster()?.pid ?? 0, 'SIGKILL');
    const database = await place.start();
    expect(await ask(database.url, 'SELECT 1')).toEqual([[1]]);
  });

  test.each(['SIGKILL', 'SIGQUIT'] as const)(
    'a database ended by %s under a living server is started again on its port',
    async (signal) => {
      const database = await place.start();
      const pid = place.postmaster()?.pid ?? 0;
      process.kill(pid, signal);
      await until(() => place.postmaster()?.pid !== pid);
      await until(() =>
        ask(database.url, 'SELECT 1').then(
          () => true,
          () => false,
        ),
      );
      expect(place.postmaster()?.pid).not.toBe(pid);
      expect(place.warnings).toContain('The database ended unexpectedly: starting it again.');
    },
  );

  test('a pid file whose number another process has now does not stop the start', async () => {
    const lines = [process.pid, place.cluster, 1, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(place.cluster, 'postmaster.pid'), `${lines.join('\n')}\n`);
    expect((await place.start()).adopted).toBe(false);
  });

  test('a pid file whose process is gone does not stop the start', async () => {
    const ended = spawn(process.execPath, ['-e', '']);
    await gone(ended);
    const lines = [ended.pid, place.cluster, 1, 5432, '', '127.0.0.1', '', 'ready'];
    await writeFile(join(place.cluster, 'postmaster.pid'), `${lines.join('\n')}\n`);
    expect((await place.start()).adopted).toBe(false);
  });

  test("a terminal's Ctrl-C reaches the server's process group, not the database", async () => {
    const child = await place.startInAnotherProcess();
    process.kill(-(child.pid ?? 0), 'SIGINT');
    await sleep(500);
    expect(place.postmaster()).toBeDefined();
    expect(child.exitCode).toBeNull();
    child.kill('SIGTERM');
    await gone(child);
    expect(child.exitCode).toBe(0);
    expect(place.postmaster()).toBeUndefined();
  });
});

describe('two of our processes on one data directory', { timeout: 60_000 }, () => {
  beforeEach(() => place.copy(made.dataDir));

  test('share the database, and the last to stop stops it', async () => {
    const child = await place.startInAnotherProcess();
    const database = await place.start();
    expect(database.adopted).toBe(true);
    child.kill('SIGTERM');
    await gone(child);
    expect(await ask(database.url, 'SELECT 1')).toEqual([[1]]);
    await database.stop();
    expect(place.postmaster()).toBeUndefined();
  });

  test('may start at the same moment', async () => {
    const both = await Promise.all([place.start(), place.start(), place.startInAnotherProcess()]);
    expect(both[0].url).toBe(both[1].url);
    expect(await ask(both[0].url, 'SELECT 1')).toEqual([[1]]);
  });
});
