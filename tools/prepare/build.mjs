import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Problem, tell } from './problem.mjs';
import { pinnedPath, run } from './run.mjs';

const TEST = /\.test\.tsx?$|(^|\/)testing\//;
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** What is built: from which files, by which program, and a file that proves it was. */
const PARTS = {
  server: {
    from: ['src', 'db/worlds', 'marketplace.config.ts', 'marketplace.categories.ts'],
    also: [...SETTINGS, 'tsconfig.build.json'],
    wants: (path) => /\.(tsx?|json|txt)$/.test(path) && !TEST.test(path),
    command: ['node_modules/typescript7/bin/tsc', '-p', 'tsconfig.build.json'],
    proof: 'dist/src/main',
  },
  client: {
    from: ['src', 'marketplace.config.ts', 'marketplace.categories.ts'],
    also: [...SETTINGS, 'vite.config.ts'],
    wants: (path) => !TEST.test(path) && !path.endsWith('.txt'),
    command: ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
    proof: 'dist/client/.vite/manifest.json',
  },
};

/** The parts whose sources differ from those of the last build. */
export function findUnbuilt(root) {
  const built = readStamp(root);
  return Object.entries(PARTS)
    .filter(([name, part]) => {
      return !existsSync(join(root, part.proof)) || built[name] !== fingerprint(root, part);
    })
    .map(([name]) => name);
}

/** Builds the named parts, at the same time, and notes what they were built from. */
export async function build(root, names) {
  if (names.length === 0) return;
  const stamp = readStamp(root);
  for (const name of names) delete stamp[name];
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeStamp(root, stamp);
  tell(`Building the ${names.join(' and the ')} …`);
  const outcomes = await Promise.all(names.map((name) => buildPart(root, name)));
  for (const { name, code, output, print } of outcomes) {
    if (code !== 0) {
      process.stderr.write(`${output.trim()}\n`);
      throw new Problem(`The ${name} could not be built: see the lines above.`);
    }
    stamp[name] = print;
  }
  writeStamp(root, stamp);
}

async function buildPart(root, name) {
  const part = PARTS[name];
  const print = fingerprint(root, part);
  // A record of an earlier build would leave out files that somebody removed from dist.
  if (name === 'server') rmSync(join(root, 'dist', '.tsbuildinfo'), { force: true });
  const node = join(root, 'node_modules', '.bin', 'node');
  const outcome = await run(node, part.command, {
    cwd: root,
    path: pinnedPath(root),
    env: { NODE_ENV: 'production' },
  });
  if (name === 'server' && outcome.code === 0) {
    removeOrphans(root);
    copyWordLists(root);
  }
  return { name, print, ...outcome };
}

/** Puts the word lists of the search where the built code looks for them, and no others. */
export function copyWordLists(root) {
  for (const file of listFiles(join(root, 'dist', 'src'))) {
    if (file.endsWith('.txt')) rmSync(file);
  }
  for (const file of listFiles(join(root, 'src'))) {
    if (!file.endsWith('.txt')) continue;
    const copy = join(root, 'dist', relative(root, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
}

/** Removes from dist what was built from a source that is gone: a door must not open on it. */
export function removeOrphans(root) {
  const dist = join(root, 'dist');
  for (const file of listFiles(dist)) {
    const path = relative(dist, file);
    const match = /^(?!client\/)(.*)\.js(\.map)?$/.exec(path);
    if (!match) continue;
    const hasSource = ['.ts', '.tsx'].some((end) => existsSync(join(root, match[1] + end)));
    if (!hasSource) rmSync(file);
  }
}

function fingerprint(root, part) {
  const files = part.from
    .flatMap((path) => listFiles(join(root, path)))
    .filter((file) => part.wants(relative(root, file)))
    .concat(part.also.map((path) => join(root, path)));
  const hash = createHash('sha1');
  for (const file of files.sort()) {
    hash.update(relative(root, file)).update('\0');
    hash.update(existsSync(file) ? readFileSync(file) : '').update('\0');
  }
  return hash.digest('hex');
}

function listFiles(path) {
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(join(root, 'dist', '.built-from.json'), 'utf8'));
  } catch {
    return {};
  }
}

function writeStamp(root, stamp) {
  writeFileSync(join(root, 'dist', '.built-from.json'), `${JSON.stringify(stamp)}\n`);
}
