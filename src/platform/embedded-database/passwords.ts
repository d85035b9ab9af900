import { randomBytes } from 'node:crypto';
import { chmod, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Passwords of the three database roles; they live in one 0600 file and in no log. */
export type Passwords = { superuser: string; owner: string; app: string };

const FILE = 'database-passwords.json';

/** Reads the passwords kept in `dataDir`; writes new random ones when there are none (`fresh`). */
export async function readPasswords(
  dataDir: string,
): Promise<{ passwords: Passwords; fresh: boolean }> {
  const file = join(dataDir, FILE);
  const kept = parse(await readFile(file, 'utf8').catch(ifAbsent));
  if (kept) return { passwords: kept, fresh: false };
  const passwords = { superuser: random(), owner: random(), app: random() };
  // Written beside and renamed: a crash in between leaves no half a file.
  await writeFile(`${file}.new`, `${JSON.stringify(passwords)}\n`, { mode: 0o600, flush: true });
  await chmod(`${file}.new`, 0o600);
  await rename(`${file}.new`, file);
  return { passwords, fresh: true };
}

function random(): string {
  return randomBytes(24).toString('base64url');
}

function ifAbsent(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return '';
  throw error;
}

function parse(text: string): Passwords | undefined {
  try {
    const value = JSON.parse(text) as Partial<Passwords>;
    const { superuser, owner, app } = value;
    return superuser && owner && app ? { superuser, owner, app } : undefined;
  } catch {
    return undefined;
  }
}
