import { expect, it } from 'vitest';
import { linesFound, tree } from './planted.fixture.ts';
import { fileLength, folderSize } from './sizes.ts';

it('refuses a stylesheet of 301 lines, accepts one of 300', () => {
  expect(linesFound(fileLength, ['src/ui/a.css', 'a\n'.repeat(301)])).toEqual([300]);
  expect(linesFound(fileLength, ['src/ui/a.css', 'a\n'.repeat(300)])).toEqual([]);
});

it('refuses a folder of 16 files, not counting tests', () => {
  const files = (count: number, kind = '') =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`src/modules/x/f${i}${kind}.ts`, '']),
    );
  expect(folderSize(tree(files(16))).map(({ path }) => path)).toEqual(['src/modules/x']);
  expect(folderSize(tree({ ...files(15), ...files(15, '.test') }))).toEqual([]);
});
