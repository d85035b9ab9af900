import { resolve } from 'node:path';

export type Role = 'web' | 'worker' | 'all';

const worlds = ['souq', 'none', 'city', 'metropolis'] as const;
export type World = (typeof worlds)[number];

export interface Config {
  port: number;
  host: string;
  dataDir: string;
  role: Role;
  /** Another PostgreSQL; undefined = the embedded one. */
  databaseUrl: string | undefined;
  migrationDatabaseUrl: string | undefined;
  /** Demo world, its logins, the mail outbox and the movable clock. */
  demo: boolean;
  /** Undefined on the embedded database: a random one is kept in DATA_DIR. */
  sessionSecret: string | undefined;
  publicUrl: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  trustProxy: boolean;
  /** The bot that tells members what happens; undefined without one. */
  telegram: { token: string; bot: string; api: string } | undefined;
  /**
   * The world of the demo: `souq` fills an empty one, `none` leaves it empty; `city` and `metropolis`
   * are databases of their own beside it, made by `npm run world`.
   */
  world: World;
}

/** A configuration that cannot start: one clear line for the operator. */
export class ConfigRefusal extends Error {}

/** Reads the environment. Outside a demo SMTP_URL, SESSION_SECRET and PUBLIC_URL are required. */
export function readConfig(env: NodeJS.ProcessEnv, root: string): Config {
  const embedded = !env.DATABASE_URL;
  const demo = embedded || env.DEMO === '1';
  const port = readPort(env.PORT);
  const host = env.HOST || (demo ? '127.0.0.1' : '0.0.0.0');
  if (!demo) {
    const missing = ['SMTP_URL', 'SESSION_SECRET', 'PUBLIC_URL'].filter((name) => !env[name]);
    if (missing.length > 0) {
      throw new ConfigRefusal(
        `With DATABASE_URL set, ${missing.join(', ')} must be set too (or DEMO=1 for a demonstration).`,
      );
    }
  }
  if (env.SESSION_SECRET && env.SESSION_SECRET.length < 32) {
    throw new ConfigRefusal('SESSION_SECRET must have at least 32 characters.');
  }
  return {
    port,
    host,
    dataDir: resolve(root, env.DATA_DIR || 'var'),
    role: readRole(env.ROLE),
    databaseUrl: env.DATABASE_URL || undefined,
    migrationDatabaseUrl: env.MIGRATION_DATABASE_URL || undefined,
    demo,
    sessionSecret: env.SESSION_SECRET || undefined,
    publicUrl: readPublicUrl(env.PUBLIC_URL ?? `http://localhost:${port}`),
    smtpUrl: env.SMTP_URL || undefined,
    mailFrom: env.MAIL_FROM || 'حِرفة <no-reply@hirfa.example>',
    trustProxy: env.TRUST_PROXY === '1',
    telegram: readTelegram(env),
    world: readWorld(env.WORLD),
  };
}

function readTelegram(env: NodeJS.ProcessEnv): Config['telegram'] {
  const { TELEGRAM_TOKEN: token, TELEGRAM_BOT: bot } = env;
  if (!token && !bot) return undefined;
  if (!token || !bot || !/^\w{5,32}$/.test(bot)) {
    throw new ConfigRefusal(
      'TELEGRAM_TOKEN and TELEGRAM_BOT (the name of the bot without @) must be set together.',
    );
  }
  return { token, bot, api: env.TELEGRAM_API || 'https://api.telegram.org' };
}

function readWorld(text: string | undefined): World {
  const world = text || 'souq';
  if (!isWorld(world)) {
    throw new ConfigRefusal(`WORLD must be one of ${worlds.join(', ')}, not "${world}".`);
  }
  return world;
}

/** The database in which a world lives. */
export function databaseOf(world: World): string {
  return world === 'city' || world === 'metropolis' ? `hirfa_${world}` : 'hirfa';
}

function isWorld(text: string): text is World {
  return (worlds as readonly string[]).includes(text);
}

function readPort(text: string | undefined): number {
  const port = Number(text ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigRefusal(`PORT must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function readRole(text: string | undefined): Role {
  const role = text || 'all';
  if (role !== 'web' && role !== 'worker' && role !== 'all') {
    throw new ConfigRefusal(`ROLE must be web, worker or all, not "${role}".`);
  }
  return role;
}

function readPublicUrl(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new ConfigRefusal(`PUBLIC_URL must be an http or https address, not "${text}".`);
  }
  return url.origin;
}
