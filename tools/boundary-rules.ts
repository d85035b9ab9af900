import type { IForbiddenRuleType } from 'dependency-cruiser';
import { edges, notBelow, strangers, tieredModules } from './tiers.ts';

const M = '^src/modules';
const EDGE = `(?:${edges.join('|')})`;
const TEST = '\\.test\\.tsx?$|/testing/|^test/';
const ENTRY =
  '^src/main/|^src/islands/|^(?:tools|bench)/|^db/worlds/[^/]+/index\\.ts$|-thread\\.ts$';
const DOOR = 'index\\.ts$|ui\\.ts$|module\\.ts$';
const SIDES = `(?:${EDGE}|fragments|locales|testing)`;

/** Core: files directly in the module, and verb folders that are neither edges nor fragments. */
const core = (module: string) => `${M}/${module}/(?!${SIDES}/)(?!ui\\.ts$|module\\.ts$)`;
const anyCore = core('([^/]+)');
const coreOfSame = `${M}/$1/(?!${SIDES}/)(?!${DOOR})`;
const others = `${M}/(?!$1/)`;

type Rule = IForbiddenRuleType;
type Side = Record<string, unknown>;
const rule = (name: string, comment: string, [from, to]: [Side, Side]): Rule =>
  ({ name, comment, severity: 'error', from, to }) as Rule;

const tierRules: Rule[] = tieredModules.map((module) =>
  rule(
    `tier-of-${module}`,
    `The core of ${module} may use only lower tiers: turn the call into a fact.`,
    [
      { path: core(module), pathNot: TEST },
      { path: `${M}/(?:${notBelow(module).join('|') || '(?!)'})/` },
    ],
  ),
);

const fragmentTierRules: Rule[] = tieredModules.map((module) =>
  rule(`tier-of-${module}-fragments`, `Fragments of ${module} may use only lower tiers' doors.`, [
    { path: `${M}/${module}/(?:fragments/|ui\\.ts$)`, pathNot: TEST },
    { path: `${M}/(?:${notBelow(module).join('|') || '(?!)'})/` },
  ]),
);

const coreRules: Rule[] = [
  rule('core-without-edges', 'A core decides; it never reaches into an edge or a fragment.', [
    { path: anyCore, pathNot: TEST },
    { path: `${M}/[^/]+/(?:${EDGE}|fragments)/` },
  ]),
  rule('core-without-http', 'A core knows nothing of HTTP.', [
    { path: anyCore, pathNot: TEST },
    { path: '^src/platform/http/|node_modules/(?:@fastify/|fastify/)' },
  ]),
  rule('core-without-ui', 'A core knows nothing of pages.', [
    { path: anyCore, pathNot: TEST },
    { path: `^src/ui/|node_modules/preact|${M}/[^/]+/ui\\.ts$` },
  ]),
  rule('core-without-words', 'A core speaks no language: words belong to edges and fragments.', [
    { path: anyCore, pathNot: TEST },
    { path: `${M}/[^/]+/locales/` },
  ]),
  rule('core-without-own-door', 'Inside a core import the file, not the door.', [
    { path: anyCore, pathNot: `${M}/[^/]+/index\\.ts$|${TEST}` },
    { path: `${M}/$1/index\\.ts$` },
  ]),
];

const edgeRules: Rule[] = [
  rule('edge-is-a-leaf', 'An edge is imported only by itself and by its own module.ts.', [
    { path: `${M}/([^/]+)/(${EDGE})/`, pathNot: TEST },
    { path: `${M}/[^/]+/${EDGE}/`, pathNot: `${M}/$1/$2/` },
  ]),
  rule('edge-hidden', 'Only module.ts may name an edge.', [
    { path: `${M}/[^/]+/(?:fragments/|locales/|ui\\.ts$)`, pathNot: TEST },
    { path: `${M}/[^/]+/${EDGE}/` },
  ]),
  rule('edge-hidden-outside', 'Nobody outside a module names its edges.', [
    { path: '^(?!src/modules/|test/)' },
    { path: `${M}/[^/]+/${EDGE}/` },
  ]),
];

const fragmentRules: Rule[] = [
  rule(
    'fragment-is-pure',
    'A fragment shows what it is given: types of its own core (paths excepted).',
    [
      { path: `${M}/([^/]+)/fragments/`, pathNot: TEST },
      { path: coreOfSame, pathNot: '-paths\\.ts$', dependencyTypesNot: ['type-only'] },
    ],
  ),
  rule(
    'fragment-without-platform',
    'A fragment uses types of the platform, and i18n, money and time.',
    [
      { path: `${M}/[^/]+/fragments/`, pathNot: TEST },
      {
        path: '^src/platform/',
        pathNot: '^src/platform/(?:i18n|money|time)/',
        dependencyTypesNot: ['type-only'],
      },
    ],
  ),
  rule('ui-door', 'ui.ts re-exports fragments and nothing else.', [
    { path: `${M}/([^/]+)/ui\\.ts$` },
    { pathNot: `${M}/$1/(?:fragments|locales)/`, dependencyTypesNot: ['type-only'] },
  ]),
];

const doorRules: Rule[] = [
  rule('by-its-door', 'Another module is reached by its alias (#x, #x/ui), never by a path.', [
    { path: `${M}/([^/]+)/` },
    { path: others, pathNot: '/testing/', dependencyTypesNot: ['aliased-subpath-import'] },
  ]),
  rule('door-only', 'Another module is reached by index.ts or ui.ts.', [
    { path: `${M}/([^/]+)/` },
    { path: others, pathNot: `${M}/[^/]+/(?:index\\.ts$|ui\\.ts$|testing/)` },
  ]),
  rule('main-by-module', 'src/main knows a module by its module.ts.', [
    { path: '^src/main/', pathNot: TEST },
    { path: M, pathNot: `${M}/[^/]+/module\\.ts$` },
  ]),
  rule('module-for-main', 'module.ts is for src/main only.', [
    { path: '^(?!src/main/|test/)', pathNot: TEST },
    { path: `${M}/[^/]+/module\\.ts$` },
  ]),
  rule('nobody-imports-main', 'src/main is the top of the house.', [
    { path: '^src/(?!main/)', pathNot: TEST },
    { path: '^src/main/' },
  ]),
  rule('worlds-by-door', 'A world is made through the doors, as everybody else would.', [
    { path: '^(?:db|bench)/', pathNot: TEST },
    { path: M, pathNot: `${M}/[^/]+/index\\.ts$` },
  ]),
];

const groundRules: Rule[] = [
  rule('platform-knows-no-module', 'The platform knows no business word.', [
    { path: '^src/platform/', pathNot: TEST },
    { path: '^src/(?!platform/|ui/)|^db/|^bench/|^marketplace\\.' },
  ]),
  rule('platform-without-ui', 'Of the platform only http draws: it wraps a page in the layout.', [
    { path: '^src/platform/(?!http/)', pathNot: TEST },
    { path: '^src/ui/|node_modules/preact' },
  ]),
  rule('platform-by-its-door', 'A platform folder is reached by its index.ts.', [
    { path: '^src/(?!platform/)', pathNot: TEST },
    { path: '^src/platform/', pathNot: '^src/platform/[^/]+/index\\.ts$' },
  ]),
  rule('ui-without-server', 'The design system uses only i18n, money and time of the platform.', [
    { path: '^src/ui/', pathNot: TEST },
    { path: '^src/(?!ui/)|^db/|^marketplace\\.', pathNot: '^src/platform/(?:i18n|money|time)/' },
  ]),
  rule('ui-by-its-door', 'The design system is reached by #ui.', [
    { path: '^src/modules/', pathNot: TEST },
    { path: '^src/ui/', pathNot: '^src/ui/(?:index|jsx-runtime)\\.ts$' },
  ]),
  rule('islands-are-small', 'An island uses only money and ui.', [
    { path: '^src/islands/', pathNot: TEST },
    { path: '^src/(?!islands/)|^db/|^marketplace\\.', pathNot: '^src/platform/money/|^src/ui/' },
  ]),
  rule('nobody-imports-islands', 'Pages name an island by its asset; they never import it.', [
    { path: '^src/(?!islands/)', pathNot: TEST },
    { path: '^src/islands/' },
  ]),
];

const strangerRules: Rule[] = strangers.flatMap((name) => [
  rule(`${name}-is-a-stranger`, `${name} stands beside the house: platform and ui only.`, [
    { path: `${M}/${name}/`, pathNot: TEST },
    { path: '^src/|^marketplace\\.', pathNot: `^src/platform/|^src/ui/|${M}/${name}/` },
  ]),
  rule(`${name}-is-not-known`, `Nobody but src/main knows ${name}.`, [
    { path: '^src/(?!main/)', pathNot: `${M}/${name}/|${TEST}` },
    { path: `${M}/${name}/` },
  ]),
]);

const wholeTreeRules: Rule[] = [
  rule(
    'no-circle',
    'Two files that need each other are one file, or one of them is in the wrong place.',
    [{}, { circular: true }],
  ),
  rule('no-test-in-production', 'Production code imports no test code.', [
    { path: '^(?:src|db|marketplace)', pathNot: TEST },
    { path: `${TEST}|node_modules/(?:vitest|fast-check|playwright-core|axe-core)/` },
  ]),
  rule('no-dev-package', 'Production code imports only dependencies, not devDependencies.', [
    { path: '^(?:src|db|marketplace)', pathNot: `${TEST}|^src/islands/` },
    { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
  ]),
  rule('no-unknown', 'An import that leads nowhere.', [{}, { couldNotResolve: true }]),
  rule('no-orphan', 'No entry reaches this file: delete it or give it to somebody.', [
    { path: ENTRY },
    {
      path: '^(?:src|db)/.+\\.tsx?$',
      pathNot: `${ENTRY}|${TEST}|^src/ui/jsx-runtime\\.ts$|\\.d\\.ts$`,
      reachable: false,
    },
  ]),
];

/** The table "Who may import whom" of ARCHITECTURE.md as rules for dependency-cruiser. */
export const boundaryRules: Rule[] = [
  ...tierRules,
  ...fragmentTierRules,
  ...coreRules,
  ...edgeRules,
  ...fragmentRules,
  ...doorRules,
  ...groundRules,
  ...strangerRules,
  ...wholeTreeRules,
];
