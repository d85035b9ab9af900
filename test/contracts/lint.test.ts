import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const house = resolve(import.meta.dirname, '../..');
const lines = (count: number) => 'f(1);\n'.repeat(count);
const declared = 'declare function f(n: number): void;\n';

const inModule: [rule: string, code: string][] = [
  ['no-explicit-any', 'export const a: any = 1;'],
  ['no-floating-promises', 'async function a() {}\nexport function b() {\n  a();\n}'],
  ['max-lines', `${declared}${lines(300)}`],
  ['max-lines-per-function', `${declared}export function a() {\n${lines(70)}}`],
  ['max-params', 'export function a(b: 1, c: 1, d: 1, e: 1) {\n  return b + c + d + e;\n}'],
  [
    'max-depth',
    `${declared}export function a(b: boolean) {\n  if (b) { for (;;) { if (b) { while (b) f(1); if (b) { f(2); } } } }\n}`,
  ],
  ['no-restricted-globals', "export const a = parseFloat('1');"],
  ['no-restricted-properties', 'export const a = (1).toFixed(2);'],
  ['no-restricted-properties', 'export const a = Date.now();'],
  ['no-restricted-properties', "export const a = Number.parseFloat('1');"],
  ['no-restricted-globals', 'setTimeout(() => {}, 1);'],
  ['no-console', "console.log('a');"],
  ['no-process-env', 'export const a = process.env.A;'],
  ['no-non-null-assertion', 'declare const a: string | undefined;\nexport const b = a!;'],
  ['no-default-export', 'export default 1;'],
  ['consistent-type-imports', "import { Readable } from 'node:stream';\nexport type A = Readable;"],
  ['only-throw-error', "export function a() {\n  throw 'a';\n}"],
  [
    'switch-exhaustiveness-check',
    "export function a(b: 'c' | 'd') {\n  switch (b) {\n    case 'c':\n      return 1;\n  }\n  return 2;\n}",
  ],
];

const accepted: [path: string, code: string][] = [
  [
    'src/modules/x/locales/ar.ts',
    `export const ar = {\n${"  a: '',\n".repeat(1)}};\n${'// word\n'.repeat(400)}`,
  ],
  ['src/modules/x/long.test.ts', `${declared}export function a() {\n${lines(100)}}`],
  ['tools/say.ts', "console.log('a');"],
  ['vite.config.ts', 'export default 1;'],
];

describe('the linter', () => {
  let root = '';
  let output = '';

  beforeAll(() => {
    root = mkdtempSync(join(tmpdir(), 'lint-'));
    symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
    for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json'])
      cpSync(join(house, file), join(root, file));
    const planted = inModule.map(([, code], i): [string, string] => [
      `src/modules/x/planted-${i}.ts`,
      code,
    ]);
    for (const [path, code] of [...planted, ...accepted]) {
      mkdirSync(join(root, dirname(path)), { recursive: true });
      writeFileSync(join(root, path), `${code}\n`);
    }
    const oxlint = join(house, 'node_modules/oxlint/bin/oxlint');
    output = spawnSync(process.execPath, [oxlint, '--format=unix', '.'], {
      cwd: root,
      encoding: 'utf8',
    }).stdout;
  }, 60_000);

  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.each(inModule.map(([rule, code], i): [string, string, number] => [rule, code, i]))(
    'holds %s in a module: %s',
    (rule, _code, i) => {
      const said = output
        .split('\n')
        .filter((line) => line.startsWith(`src/modules/x/planted-${i}.ts`));
      expect(said.join('\n')).toContain(`(${rule})`);
    },
  );

  it.each(accepted)('lets %s be', (path) => {
    expect(output.split('\n').filter((line) => line.startsWith(path))).toEqual([]);
  });
});
