import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { StartRefusal } from './start-refusal.ts';
import { aPlace, type Place } from './testing/place.fixture.ts';

const isRoot = process.getuid?.() === 0;
const onLinuxAsRoot = isRoot && process.platform === 'linux';
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

async function refusalOf(dir: string): Promise<string> {
  const error = await place.start(dir).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartRefusal);
  const { message } = error as StartRefusal;
  expect(message).not.toContain('\n');
  return message;
}

describe('what the operator must put right is one line:', { timeout: 60_000 }, () => {
  test('a data directory below a file', async () => {
    await writeFile(join(place.home, 'file'), '');
    const message = await refusalOf(join(place.home, 'file', 'data'));
    expect(message).toContain(join(place.home, 'file', 'data'));
    expect(message).toContain('a file, not a directory');
  });

  test('nothing: directories it makes let the database pass, whatever the umask', async () => {
    const umask = process.umask(0o077);
    try {
      const database = await place.start(join(place.home, 'new', 'deep', 'data'));
      expect(database.adopted).toBe(false);
      await database.stop();
    } finally {
      process.umask(umask);
    }
  });

  test('a data directory that cannot be written', async () => {
    const closed = isRoot ? '/sys/hirfa' : join(place.home, 'closed');
    if (!isRoot) await mkdir(closed, { mode: 0o555 });
    expect(await refusalOf(closed)).toMatch(/DATA_DIR.*(may not write there|read-only)/);
  });

  test.runIf(isRoot)('a path that the account of the database may not enter', async () => {
    const closed = join(place.home, 'closed');
    await mkdir(join(closed, 'data'), { recursive: true });
    await chmod(closed, 0o700);
    const message = await refusalOf(join(closed, 'data'));
    expect(message).toContain(`may not enter ${closed}.`);
  });

  test.runIf(onLinuxAsRoot)('a full disk', async (context) => {
    const disk = join(place.home, 'disk');
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
    place.copy(made.dataDir);
    await writeFile(join(place.cluster, 'PG_VERSION'), '17\n');
    expect(await refusalOf(place.dataDir)).toContain('made by PostgreSQL 17, this is 18');
  });

  test('a database that is damaged, in the words of PostgreSQL', async () => {
    place.copy(made.dataDir);
    await rm(join(place.cluster, 'global', 'pg_control'));
    expect(await refusalOf(place.dataDir)).toMatch(
      /could not be started in .*(pg_control|control file)/,
    );
  });
});
