import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { lastWords, Problem, tell } from './problem.mjs';
import { machinePath, pinnedPath, run } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Chromium without windows: the journeys need half the time in it, but it shows no notifications. */
const SHELL_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const MAC_APPS = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const PROGRAMS = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];
const SHELL_PROGRAMS = [
  'chrome-headless-shell-linux64/chrome-headless-shell',
  'chrome-linux/headless_shell',
  'chrome-headless-shell-mac-arm64/chrome-headless-shell',
  'chrome-headless-shell-mac-x64/chrome-headless-shell',
];
const DOWNLOAD_LIMIT_MS = 5 * 60_000;
const PACKAGES_LIMIT_MS = 10 * 60_000;

/**
 * Finds a Chromium that runs, installing one if need be, and writes its path to var/chromium-path; that
 * of its shell without windows goes to var/chromium-shell-path, where there is one.
 */
export async function ensureBrowser(root, directory) {
  await ensureChromium(root, join(directory, 'chromium-path'));
  const note = join(directory, 'chromium-shell-path');
  if (process.env.CHROMIUM_PATH) rmSync(note, { force: true });
  else if (!isNoteGood(note)) {
    const shell = await findShell();
    if (shell) writeFileSync(note, `${shell}\n`);
    else rmSync(note, { force: true });
  }
}

async function ensureChromium(root, note) {
  if (isNoteGood(note)) return;
  let path = await findBrowser();
  const tried = [];
  for (const way of path ? [] : waysToInstall(root)) {
    tell(`Installing Chromium for the journeys (${way.name}) …`);
    const { code, output } = await way.install();
    path = await findBrowser();
    if (path) break;
    tried.push(`${way.name}: ${code === 0 ? 'brought none that runs' : lastWords(output)}`);
  }
  if (!path) {
    throw new Problem(
      'The journeys need Chromium, and none was found. Install it (apt-get install chromium) or ' +
        `set CHROMIUM_PATH to one. Tried ${tried.join('; ') || 'nothing else'}.`,
    );
  }
  writeFileSync(note, `${path}\n`);
}

/** The path of a Chromium that answers; undefined when there is none. */
export async function findBrowser() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked) {
    if (await answers(asked)) return asked;
    throw new Problem(`CHROMIUM_PATH is ${asked}, which is not a Chromium that runs.`);
  }
  return firstThatRuns([
    ...onPath(NAMES),
    ...MAC_APPS,
    ...playwrightBrowsers('chromium', PROGRAMS),
  ]);
}

/** The path of a Chromium without windows; undefined when there is none. */
export async function findShell() {
  const downloaded = playwrightBrowsers('chromium_headless_shell', SHELL_PROGRAMS);
  return firstThatRuns([...onPath(SHELL_NAMES), ...downloaded]);
}

function onPath(names) {
  return machinePath()
    .split(delimiter)
    .flatMap((entry) => names.map((name) => join(entry, name)));
}

async function firstThatRuns(paths) {
  for (const path of paths) if (isExecutable(path) && (await answers(path))) return path;
  return undefined;
}

function isNoteGood(note) {
  if (!existsSync(note)) return false;
  const path = readFileSync(note, 'utf8').trim();
  const asked = process.env.CHROMIUM_PATH;
  return isExecutable(path) && (!asked || asked === path);
}

function waysToInstall(root) {
  const playwright = {
    name: 'playwright-core',
    install: () =>
      run('node', [join(root, 'node_modules/playwright-core/cli.js'), 'install', 'chromium'], {
        cwd: root,
        path: pinnedPath(root),
        timeoutMs: DOWNLOAD_LIMIT_MS,
      }),
  };
  const debian = { name: 'apt-get', install: () => installDebianPackage(root) };
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return [playwright];
  // Debian's package brings its libraries along; Ubuntu's only points to a snap.
  return /^ID=debian$/m.test(osRelease()) ? [debian, playwright] : [playwright, debian];
}

async function installDebianPackage(root) {
  const options = {
    cwd: root,
    timeoutMs: PACKAGES_LIMIT_MS,
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  };
  const updated = await run('apt-get', ['update', '-q'], options);
  const install = (...packages) =>
    run('apt-get', ['install', '-qy', '--no-install-recommends', ...packages], options);
  // An older Debian has no shell of its own: then the browser itself does for all.
  const both = await install('chromium', 'chromium-headless-shell');
  const installed = both.code === 0 ? both : await install('chromium');
  return installed.code === 0 || updated.code === 0 ? installed : updated;
}

function playwrightBrowsers(name, programs) {
  const caches = [
    process.env.PLAYWRIGHT_BROWSERS_PATH ?? '',
    join(homedir(), '.cache/ms-playwright'),
    join(homedir(), 'Library/Caches/ms-playwright'),
  ];
  return caches
    .filter((cache) => cache !== '' && existsSync(cache))
    .flatMap((cache) => readdirSync(cache).map((name) => join(cache, name)))
    .filter((path) => new RegExp(`/${name}-\\d+$`).test(path))
    .sort()
    .reverse()
    .flatMap((path) => programs.map((program) => join(path, program)));
}

/** Ubuntu's chromium-browser is a script that only asks for a snap: being there is not enough. */
async function answers(path) {
  const { code, output } = await run(path, ['--version'], { timeoutMs: 20_000 });
  return code === 0 && /Chrom/.test(output);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function osRelease() {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
