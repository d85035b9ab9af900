import { expect, it } from 'vitest';
import {
  bothLanguages,
  noDataPaths,
  noLeftovers,
  noMachinePaths,
  noOwnClock,
  noTestAside,
} from './leftovers.ts';
import { linesFound, tree } from './planted.fixture.ts';

it('refuses marks of unfinished work', () => {
  expect(linesFound(noLeftovers, ['src/a.ts', 'const a = 1;\n// TODO: b'])).toEqual([2]);
  expect(linesFound(noLeftovers, ['docs/a.md', 'FIXME'])).toEqual([1]);
  expect(linesFound(noLeftovers, ['src/a.ts', 'const method = 1; // todos'])).toEqual([]);
});

it('refuses paths of one machine', () => {
  expect(linesFound(noMachinePaths, ['src/a.ts', "const a = '/home/sami/hirfa';"])).toEqual([1]);
  expect(linesFound(noMachinePaths, ['src/a.ts', "const a = '/orders/home';"])).toEqual([]);
});

it('refuses a data path inside a module, not in src/main', () => {
  expect(linesFound(noDataPaths, ['src/modules/media/a.ts', "const a = 'var/uploads';"])).toEqual([
    1,
  ]);
  expect(linesFound(noDataPaths, ['src/main/config.ts', "const a = 'var/uploads';"])).toEqual([]);
});

it('refuses a clock of one’s own, accepts a given instant', () => {
  expect(linesFound(noOwnClock, ['src/modules/orders/a.ts', 'const at = new Date();'])).toEqual([
    1,
  ]);
  expect(
    linesFound(noOwnClock, ['src/modules/orders/a.ts', 'const at = new Date(dueAt);']),
  ).toEqual([]);
  expect(linesFound(noOwnClock, ['src/platform/time/clock.ts', 'const at = new Date();'])).toEqual(
    [],
  );
});

it('asks for both languages', () => {
  const ar = 'src/modules/orders/locales/ar.ts';
  const en = 'src/modules/orders/locales/en.ts';
  expect(bothLanguages(tree({ [ar]: '' })).map(({ path }) => path)).toEqual([ar]);
  expect(bothLanguages(tree({ [ar]: '', [en]: '' }))).toEqual([]);
});

it('lets every test run', () => {
  expect(linesFound(noTestAside, ['src/a.test.ts', "it.only('a', () => {});"])).toEqual([1]);
  expect(linesFound(noTestAside, ['src/a.test.ts', "describe.skip('a', () => {});"])).toEqual([1]);
  expect(linesFound(noTestAside, ['src/a.test.ts', "it.each([1])('a', () => {});"])).toEqual([]);
});
