import { resolve } from 'node:path';
import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.ts';

const root = import.meta.dirname;
const at = (path: string) => resolve(root, path);

// The doors of package.json "imports" said once more: Vite's resolver does not read patterns there.
const alias = [
  { find: /^#jsx\/jsx-(?:dev-)?runtime$/, replacement: at('src/ui/jsx-runtime.ts') },
  { find: /^#platform\/(.+)$/, replacement: at('src/platform/$1/index.ts') },
  { find: /^#ui$/, replacement: at('src/ui/index.ts') },
  { find: /^#config$/, replacement: at('marketplace.config.ts') },
  { find: /^#world\/(.+)$/, replacement: at('db/worlds/$1/index.ts') },
  { find: /^#test\/(.+)$/, replacement: at('test/support/$1.ts') },
  { find: /^#([^/]+)\/ui$/, replacement: at('src/modules/$1/ui.ts') },
  { find: /^#([^/]+)\/testing$/, replacement: at('src/modules/$1/testing/index.ts') },
  { find: /^#([^/]+)$/, replacement: at('src/modules/$1/index.ts') },
];
const conditions = ['source', ...defaultServerConditions];
const shared = {
  resolve: { alias, conditions },
  ssr: { resolve: { conditions } },
  oxc: { jsx: { runtime: 'automatic' as const, importSource: '#jsx', development: false } },
};

/** What drives a server and a browser, and what starts whole sites. */
const IN_BROWSER = [
  'test/journeys/**/*.test.ts',
  'test/pages/**/*.test.ts',
  'test/faults/starting.test.ts',
];
/** What kills whole sites under load: with nothing beside it. */
const FAULTS = ['test/faults/kills.test.ts'];

/** The middle one of the engine's compilers costs a test more than it saves. */
const execArgv = ['--no-maglev'];

export default defineConfig({
  ...shared,
  test: {
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        ...shared,
        test: {
          name: 'unit',
          include: ['{src,test,db,tools}/**/*.test.ts', 'src/**/*.test.tsx', '*.test.ts'],
          exclude: [...IN_BROWSER, ...FAULTS],
          globalSetup: [at('test/support/database.setup.ts')],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          pool: 'forks',
          execArgv,
          // Each file has a database of its own; the code they share is read once a worker.
          isolate: false,
        },
      },
      {
        ...shared,
        test: {
          name: 'browser',
          include: IN_BROWSER,
          globalSetup: [at('test/support/database.setup.ts')],
          // After the others, which leave no core free.
          sequence: { groupOrder: 1 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
          pool: 'forks',
          execArgv,
        },
      },
      {
        ...shared,
        test: {
          name: 'faults',
          include: FAULTS,
          globalSetup: [at('test/support/database.setup.ts')],
          sequence: { groupOrder: 2 },
          testTimeout: 240_000,
          hookTimeout: 240_000,
          pool: 'forks',
          execArgv,
        },
      },
    ],
  },
});
