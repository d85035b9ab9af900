import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

type Manifest = {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  imports: Record<string, { source: string; default?: string }>;
};
type Lock = { packages: Record<string, Partial<Manifest>> };

const read = (file: string) => readFileSync(resolve(import.meta.dirname, '../..', file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const lock = JSON.parse(read('package-lock.json')) as Lock;

describe('packages', () => {
  it.each(Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))(
    '%s is pinned to one version, not %s or newer',
    (_name, version) => expect(version).toMatch(/^(?:npm:[\w@/.-]+@)?\d+\.\d+\.\d+(?:-[\w.]+)?$/),
  );

  it('are the same in the lock file', () => {
    const { dependencies, devDependencies } = lock.packages[''] ?? {};
    expect({ dependencies, devDependencies }).toEqual({
      dependencies: manifest.dependencies,
      devDependencies: manifest.devDependencies,
    });
  });

  it('come from whatever registry the machine is set to: the lock file names none', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('keep typescript at 6, without which the boundary check reads nothing', () => {
    expect(manifest.dependencies.typescript ?? manifest.devDependencies.typescript).toMatch(/^6\./);
  });
});

describe('doors', () => {
  const doors = Object.entries(manifest.imports);
  const built = doors.filter(([, to]) => to.default !== undefined);

  it.each(built)('%s leads to the same file in the source and in the build', (_door, to) => {
    expect(to.default).toBe(to.source.replace(/^\.\//, './dist/').replace(/\.tsx?$/, '.js'));
    expect(Object.keys(to)).toEqual(['source', 'default']);
  });

  it('that only tests use are not built', () => {
    const testDoors = doors.filter(([, to]) => to.default === undefined).map(([door]) => door);
    expect(testDoors.filter((door) => !/^#test\/|\/testing$/.test(door))).toEqual([]);
  });
});
