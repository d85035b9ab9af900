import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { runBinary } from './run-binary.ts';
import { StartRefusal } from './start-refusal.ts';

/** The unprivileged account of the operating system that PostgreSQL runs as when we are root. */
export type DatabaseAccount = { name: string; uid: number; gid: number };

const OWN_ACCOUNT = 'hirfa-postgres';
const KNOWN_ACCOUNTS = ['postgres', '_postgres', OWN_ACCOUNT];

/**
 * The account for the cluster in `clusterDir`: undefined when we are not root (PostgreSQL then runs
 * as ourselves), else the one that already owns it, else `postgres`, else one created for it.
 * Refuses (StartRefusal) when the cluster is another account's or none can be created.
 */
export async function getDatabaseAccount(clusterDir: string): Promise<DatabaseAccount | undefined> {
  const ownUid = process.getuid?.();
  const owner = await stat(clusterDir).catch(() => undefined);
  if (ownUid !== 0) {
    if (owner && owner.uid !== ownUid) {
      const name = (await findAccount(String(owner.uid)))?.name ?? `number ${owner.uid}`;
      throw new StartRefusal(
        `The database in ${clusterDir} belongs to the account ${name}. Start as root or as that ` +
          'account, or set DATA_DIR to a directory of your own.',
      );
    }
    return undefined;
  }
  const names = owner && owner.uid !== 0 ? [String(owner.uid), ...KNOWN_ACCOUNTS] : KNOWN_ACCOUNTS;
  for (const name of names) {
    const account = await findAccount(name);
    if (account && account.uid !== 0) return account;
  }
  return createAccount();
}

/** The first directory on the way to `path` (itself included) that the account may not enter. */
export async function findClosedDirectory(
  path: string,
  account: DatabaseAccount,
): Promise<string | undefined> {
  const parent = dirname(path);
  if (parent !== path) {
    const closed = await findClosedDirectory(parent, account);
    if (closed !== undefined) return closed;
  }
  const { mode, uid, gid } = await stat(path);
  if (uid === account.uid) return mode & 0o100 ? undefined : path;
  if (gid === account.gid) return mode & 0o010 ? undefined : path;
  return mode & 0o001 ? undefined : path;
}

async function findAccount(nameOrUid: string): Promise<DatabaseAccount | undefined> {
  const ask = async (what: string) => {
    const { code, output } = await runBinary({ file: 'id', args: [what, nameOrUid] });
    return code === 0 ? output.trim() : undefined;
  };
  const uid = await ask('-u');
  const gid = await ask('-g');
  const name = await ask('-un');
  if (uid === undefined || gid === undefined || name === undefined) return undefined;
  return { name, uid: Number(uid), gid: Number(gid) };
}

async function createAccount(): Promise<DatabaseAccount> {
  const ways = [
    {
      file: 'useradd',
      args: ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', OWN_ACCOUNT],
    },
    // BusyBox, as in Alpine.
    { file: 'adduser', args: ['-S', '-D', '-H', '-s', '/bin/false', OWN_ACCOUNT] },
  ];
  for (const way of ways) {
    await runBinary(way).catch(() => undefined);
    const account = await findAccount(OWN_ACCOUNT);
    if (account) return account;
  }
  throw new StartRefusal(
    'PostgreSQL does not run as root, and no unprivileged account could be created for it. ' +
      'Create a system account named postgres, or start as an ordinary user.',
  );
}
