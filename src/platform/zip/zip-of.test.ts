import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { zipOf } from './zip-of.ts';

const at = new Date('2026-11-23T08:00:00Z');
const READ = `import sys, zipfile, json
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print(json.dumps([[n, z.read(n).decode()] for n in z.namelist()]))`;

it('is read by another program, with Arabic names, alike names and no way out of its folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hirfa-zip-'));
  try {
    const path = join(folder, 'a.zip');
    const entry = (name: string, text: string) => ({ name, body: Buffer.from(text), at });
    const entries = [
      entry('سجل.csv', 'أ'.repeat(5_000)),
      entry('a.txt', ''),
      entry('a.txt', 'two'),
      entry('../b', 'x'),
    ];
    writeFileSync(path, zipOf(entries));
    const found = JSON.parse(execFileSync('python3', ['-c', READ, path], { encoding: 'utf8' }));
    expect(found).toEqual([
      ['سجل.csv', 'أ'.repeat(5_000)],
      ['a.txt', ''],
      ['a (2).txt', 'two'],
      ['_/b', 'x'],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
