import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START = resolve('dist/src/main/start.js');
const CLI = resolve('dist/src/main/cli.js');
const START_WITHIN_MS = 90_000;

/** A directory for one site's data; `end` leaves neither files nor a database process. */
export async function aPlace(): Promise<{ dataDir: string; end(): Promise<void> }> {
  const home = await mkdtemp(join(tmpdir(), 'hirfa-faults-'));
  // The database's own account passes through.
  await chmod(home, 0o711);
  const dataDir = join(home, 'data');
  return {
    dataDir,
    async end() {
      const pid = postmasterOf(dataDir);
      if (pid !== undefined) process.kill(pid, 'SIGQUIT');
      while (postmasterOf(dataDir) !== undefined) await sleep(50);
      await rm(home, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The living PostgreSQL of a data directory. */
export function postmasterOf(dataDir: string): number | undefined {
  try {
    const pid = Number(
      readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0],
    );
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A program of the site as a process of its own. */
export class Program {
  readonly child: ChildProcess;
  readonly ended: Promise<Outcome>;
  stdout = '';
  stderr = '';

  constructor(file: string, args: readonly string[], env: Record<string, string>) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [file, ...args], {
      env: { PATH, HOME, WORLD: 'none', LOG_LEVEL: 'error', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.on('data', (chunk) => {
      this.stdout += String(chunk);
    });
    this.child.stderr?.on('data', (chunk) => {
      this.stderr += String(chunk);
    });
    this.ended = new Promise((done) => {
      this.child.once('close', (code) => {
        done({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Ends it in that way, and waits until it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Outcome> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Waits until it has said something; throws when it ends before. */
  async hasSaid(words: string): Promise<void> {
    const until = performance.now() + START_WITHIN_MS;
    while (!this.stdout.includes(words)) {
      if (!this.isAlive) throw new Error(`it ended: ${this.stdout}${this.stderr}`);
      if (performance.now() > until) throw new Error(`it never said «${words}»: ${this.stderr}`);
      await sleep(20);
    }
  }
}

/** Starts the built server, without waiting for anything. */
export function launch(env: Record<string, string>): Program {
  return new Program(START, [], env);
}

/** Runs one of the operator's commands to its end. */
export function command(name: string, env: Record<string, string>): Promise<Outcome> {
  return new Program(CLI, [name], env).ended;
}

export interface Site extends Program {
  url: string;
}

/** Starts the built server over a data directory and waits until it is open. */
export async function startSite(at: {
  dataDir: string;
  port: number;
  env?: Record<string, string>;
}): Promise<Site> {
  const url = `http://127.0.0.1:${at.port}`;
  const env = { DATA_DIR: at.dataDir, PORT: String(at.port), PUBLIC_URL: url, ...at.env };
  const program = launch(env);
  await program.hasSaid('Hirfa is open at');
  return Object.assign(program, { url });
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
