import { dirname } from 'node:path';
import type { Finding, Source } from './source.ts';
import { isTest } from './source.ts';

const MOST_LINES = 300;
const MOST_FILES = 15;
const COUNTED = /\.(?:ts|tsx|mjs|css)$/;

/** A stylesheet or script is at most 300 lines (oxlint counts those of TypeScript). */
export function fileLength(tree: Source[]): Finding[] {
  return tree
    .filter(({ path }) => /\.(?:css|mjs)$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .map(({ path, lines }) => ({
      path,
      line: MOST_LINES,
      rule: 'file-length',
      message: `${lines} lines: split it, ${MOST_LINES} are the most`,
    }));
}

/** A folder holds at most 15 files, tests not counted: more, and it has parts that want a name. */
export function folderSize(tree: Source[]): Finding[] {
  const counts = new Map<string, number>();
  for (const source of tree) {
    if (!/^(?:src|tools|bench|db\/worlds)\//.test(source.path) || !COUNTED.test(source.path))
      continue;
    if (isTest(source)) continue;
    const folder = dirname(source.path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([folder, count]) => count > MOST_FILES && folder !== 'src/modules')
    .map(([path, count]) => ({
      path,
      line: 1,
      rule: 'folder-size',
      message: `${count} files: name its parts, ${MOST_FILES} are the most`,
    }));
}
