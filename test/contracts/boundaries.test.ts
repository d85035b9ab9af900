import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BoundaryReport } from '../../tools/boundaries.ts';
import { boundaryRules } from '../../tools/boundary-rules.ts';
import { allModules, tieredModules } from '../../tools/tiers.ts';
import { companions, plants } from './planted-violations.ts';
import { fellTree, plantTree } from './planted-tree.ts';

function check(planted: Record<string, string>): BoundaryReport {
  const root = plantTree(planted);
  const tool = resolve(import.meta.dirname, '../../tools/boundaries.ts');
  const command = [
    '-e',
    `import(${JSON.stringify(tool)}).then(async (t) => console.log(JSON.stringify(await t.checkBoundaries(process.argv[1]))))`,
    root,
  ];
  try {
    const out = execFileSync(process.execPath, ['--input-type=module', ...command], {
      encoding: 'utf8',
    });
    return JSON.parse(out) as BoundaryReport;
  } finally {
    fellTree(root);
  }
}

describe('who may import whom', () => {
  const files = Object.fromEntries(plants.map(({ file, text }) => [file, text]));
  const planted = check({ ...files, ...companions });

  it('accepts a house that keeps every rule, having read it', () => {
    const clean = check({});
    expect(clean.violations).toEqual([]);
    expect(clean.modulesRead).toBeGreaterThan(35);
  });

  it.each(plants)('refuses it when $says', ({ rule, file }) => {
    const found = planted.violations.filter(({ from }) => file.startsWith(from));
    expect(found.map((violation) => violation.rule)).toContain(rule);
  });

  it('plants a violation of every rule', () => {
    const tiers = (name: string) => name.replace(/^tier-of-.*?(-fragments)?$/, 'tier$1');
    const caught = new Set(plants.map(({ rule }) => tiers(rule)));
    const untried = boundaryRules
      .map(({ name }) => tiers(name ?? ''))
      .filter((name) => !caught.has(name));
    expect(untried).toEqual([]);
  });

  it('has a rule for the tier of each module', () => {
    const names = boundaryRules.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(tieredModules.map((name) => `tier-of-${name}`)));
    expect(new Set(allModules).size).toBe(allModules.length);
  });

  it('really reads this house', () => {
    const tool = resolve(import.meta.dirname, '../../tools/boundaries.ts');
    const house = resolve(import.meta.dirname, '../..');
    const script = `import(${JSON.stringify(tool)}).then(async (t) => console.log((await t.checkBoundaries(${JSON.stringify(house)})).modulesRead))`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
    });
    expect(Number(out)).toBeGreaterThan(30);
  });
});
