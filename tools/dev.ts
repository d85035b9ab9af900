/**
 * `npm run dev`: compiles on every change and starts the server anew; styles and islands are rebuilt
 * by Vite. Ctrl-C ends all three.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const bin = (path: string) => resolve(root, 'node_modules', path);

const programs: [string, string[]][] = [
  [bin('typescript7/bin/tsc'), ['-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput']],
  [bin('vite/bin/vite.js'), ['build', '--watch', '--logLevel', 'warn']],
];

const children: ChildProcess[] = programs.map(([path, args]) => start([path, ...args]));
children.push(
  start([
    '--watch-path=dist/src',
    '--watch-path=dist/db',
    '--watch-preserve-output',
    'dist/src/main/start.js',
  ]),
);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
}
