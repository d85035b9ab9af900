/**
 * Who may import whom, read from the real tree by dependency-cruiser.
 * `node tools/boundaries.ts [root]`: prints each violation and how many modules were read.
 */
import { existsSync, globSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { boundaryRules } from './boundary-rules.ts';
import { allModules } from './tiers.ts';

export type Violation = { rule: string; comment: string; from: string; to: string };
export type BoundaryReport = { modulesRead: number; violations: Violation[] };

const COVERED = ['src', 'db', 'tools', 'bench', 'test', 'marketplace.config.ts'];

const resolving = {
  exportsFields: ['exports'],
  conditionNames: ['source', 'import', 'node', 'default', 'types'],
  extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts', '.json'],
};

/** What dependency-cruiser is told, for the check and for `npx depcruise`. */
export const cruiseOptions: ICruiseOptions = {
  validate: true,
  ruleSet: { forbidden: boundaryRules },
  doNotFollow: { path: 'node_modules' },
  exclude: { path: '^(?:dist|var)/|\\.(?:css|svg|json|sql|md)$' },
  tsPreCompilationDeps: true,
  combinedDependencies: false,
  skipAnalysisNotInRules: true,
};

/** Folders of src/modules that no tier names: each one stops the check. */
export function modulesWithoutTier(root: string): Violation[] {
  const folder = join(root, 'src/modules');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !allModules.includes(entry.name))
    .map(({ name }) => ({
      rule: 'module-without-tier',
      comment: 'Give the module a tier in tools/tiers.ts.',
      from: `src/modules/${name}`,
      to: 'tools/tiers.ts',
    }));
}

/** Reads the tree below `root` (made the working directory) and judges every import. */
export async function checkBoundaries(root: string): Promise<BoundaryReport> {
  process.chdir(root);
  const there = globSync('src/**/*.{ts,tsx}');
  const folders = COVERED.filter((path) => existsSync(path));
  const tsConfig = existsSync('tsconfig.json')
    ? extractTSConfig(resolve('tsconfig.json'))
    : undefined;
  const found = await cruise(folders, cruiseOptions, resolving, tsConfig ? { tsConfig } : {});
  const { modules, summary } = found.output as ICruiseResult;
  const own = modules.filter(
    ({ source }) => !source.includes('node_modules') && /\.tsx?$/.test(source),
  );
  return {
    modulesRead: own.length,
    violations: [
      ...modulesWithoutTier(root),
      ...filesNotRead(there, new Set(own.map(({ source }) => source))),
      ...summary.violations.map(describe),
    ],
  };
}

/** Files the cruiser passed by: rules that read nothing would pass everything. */
function filesNotRead(there: string[], read: Set<string>): Violation[] {
  return there
    .filter((path) => !read.has(path))
    .map((path) => ({
      rule: 'not-read',
      comment:
        'The boundary check did not read this file. Is the package typescript still version 6?',
      from: path,
      to: path,
    }));
}

function describe(violation: ICruiseResult['summary']['violations'][number]): Violation {
  const comment = boundaryRules.find(({ name }) => name === violation.rule.name)?.comment ?? '';
  const circle = violation.cycle?.map((step) => (typeof step === 'string' ? step : step.name));
  const to = circle ? circle.join(' → ') : violation.to;
  return { rule: violation.rule.name, comment, from: violation.from, to };
}

if (import.meta.main) {
  const { modulesRead, violations } = await checkBoundaries(resolve(process.argv[2] ?? '.'));
  if (process.argv.includes('--json')) {
    console.log(JSON.stringify({ modulesRead, violations }));
  } else {
    for (const { rule, comment, from, to } of violations) {
      console.log(`${from}\n    → ${to}\n    ${rule}: ${comment}`);
    }
    console.log(`${modulesRead} files read, ${violations.length} violations`);
  }
  if (modulesRead === 0)
    console.log('Nothing was read: is the package typescript still version 6?');
  process.exitCode = violations.length > 0 || modulesRead === 0 ? 1 : 0;
}
