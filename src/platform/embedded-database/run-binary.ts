import { spawn } from 'node:child_process';

/** What to run: the program, its arguments, the account it runs as, and what it reads. */
export type Command = {
  file: string;
  args: string[];
  account?: { uid: number; gid: number };
  input?: string;
};

export type Outcome = { code: number | null; output: string };

/**
 * Runs a program to its end and gives its exit code and everything it printed. It runs in its own
 * session, so that a terminal's Ctrl-C does not reach it, with none of our secrets in its environment.
 */
export function runBinary(command: Command): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(command.file, command.args, {
      // The account need not be able to enter our own working directory.
      cwd: '/',
      detached: true,
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['pipe', 'pipe', 'pipe'],
      ...(command.account ? { uid: command.account.uid, gid: command.account.gid } : {}),
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
    // A program that ends without reading closes the pipe: its exit code says what is wrong.
    child.stdin.on('error', () => {});
    child.stdin.end(command.input ?? '');
  });
}
