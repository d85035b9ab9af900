export type Plant = { rule: string; file: string; text: string; says: string };

const modules = 'src/modules';
const orders = `${modules}/orders`;

/** One violation of every rule, each in a file of its own. */
export const plants: Plant[] = [
  {
    says: 'a core calls a higher tier',
    rule: 'tier-of-orders',
    file: `${orders}/up.ts`,
    text: `import '#search';`,
  },
  {
    says: 'a core calls its own tier',
    rule: 'tier-of-wallet',
    file: `${modules}/wallet/same.ts`,
    text: `import '#messaging';`,
  },
  {
    says: 'a core calls a higher tier for a type',
    rule: 'tier-of-orders',
    file: `${orders}/up-type.ts`,
    text: `import type { search } from '#search'; export type S = typeof search;`,
  },
  {
    says: 'a verb folder calls a higher tier',
    rule: 'tier-of-orders',
    file: `${orders}/life-cycle/up.ts`,
    text: `import '#search';`,
  },
  {
    says: 'a door calls a higher tier',
    rule: 'tier-of-messaging',
    file: `${modules}/messaging/index.ts`,
    text: `import '#orders'; export const say = 1;`,
  },
  {
    says: 'a fragment shows a higher tier',
    rule: 'tier-of-wallet-fragments',
    file: `${modules}/wallet/fragments/up.tsx`,
    text: `import '#orders/ui';`,
  },
  {
    says: 'a core reaches into its edge',
    rule: 'core-without-edges',
    file: `${orders}/reach-edge.ts`,
    text: `import './web/room.page.tsx';`,
  },
  {
    says: 'a core reaches into a fragment',
    rule: 'core-without-edges',
    file: `${orders}/reach-fragment.ts`,
    text: `import './fragments/badge.tsx';`,
  },
  {
    says: 'a core speaks HTTP',
    rule: 'core-without-http',
    file: `${orders}/speak-http.ts`,
    text: `import '#platform/http';`,
  },
  {
    says: 'a core uses Fastify',
    rule: 'core-without-http',
    file: `${orders}/speak-fastify.ts`,
    text: `import type { FastifyInstance } from 'fastify'; export type F = FastifyInstance;`,
  },
  {
    says: 'a core draws',
    rule: 'core-without-ui',
    file: `${orders}/draw.ts`,
    text: `import '#ui';`,
  },
  {
    says: 'a core uses Preact',
    rule: 'core-without-ui',
    file: `${orders}/draw-preact.ts`,
    text: `import 'preact';`,
  },
  {
    says: "a core uses another module's fragments",
    rule: 'core-without-ui',
    file: `${orders}/draw-wallet.ts`,
    text: `import '#wallet/ui';`,
  },
  {
    says: 'a core holds words',
    rule: 'core-without-words',
    file: `${orders}/words.ts`,
    text: `import './locales/ar.ts';`,
  },
  {
    says: 'a core goes out and in by its own door',
    rule: 'core-without-own-door',
    file: `${orders}/own-door.ts`,
    text: `import './index.ts';`,
  },
  {
    says: 'a page imports a job',
    rule: 'edge-is-a-leaf',
    file: `${orders}/web/late.page.tsx`,
    text: `import '../jobs/late.job.ts';`,
  },
  {
    says: 'a fragment imports a page',
    rule: 'edge-hidden',
    file: `${orders}/fragments/page.tsx`,
    text: `import '../web/room.page.tsx';`,
  },
  {
    says: 'main imports a page',
    rule: 'edge-hidden-outside',
    file: 'src/main/page.ts',
    text: `import '../modules/orders/web/room.page.tsx';`,
  },
  {
    says: 'a fragment decides',
    rule: 'fragment-is-pure',
    file: `${orders}/fragments/decide.tsx`,
    text: `import { accept } from '../life-cycle/accept.ts'; export const x = accept;`,
  },
  {
    says: 'a fragment reads the database',
    rule: 'fragment-without-platform',
    file: `${orders}/fragments/read.tsx`,
    text: `import { db } from '#platform/db'; export const x = db;`,
  },
  {
    says: 'ui.ts hands out behaviour',
    rule: 'ui-door',
    file: `${modules}/messaging/ui.ts`,
    text: `export * from './index.ts';`,
  },
  {
    says: 'another module is reached by a path',
    rule: 'by-its-door',
    file: `${orders}/by-path.ts`,
    text: `import '../wallet/index.ts';`,
  },
  {
    says: "an edge reaches another module's file",
    rule: 'door-only',
    file: `${orders}/web/inside.routes.ts`,
    text: `import '../../wallet/wallet.ts';`,
  },
  {
    says: "a test reaches another module's file",
    rule: 'door-only',
    file: `${orders}/inside.test.ts`,
    text: `import '../wallet/wallet.ts';`,
  },
  {
    says: "main reaches a module's core",
    rule: 'main-by-module',
    file: 'src/main/core.ts',
    text: `import '../modules/orders/order.ts';`,
  },
  {
    says: 'main uses a door',
    rule: 'main-by-module',
    file: 'src/main/door.ts',
    text: `import '#orders';`,
  },
  {
    says: 'a module imports a module.ts',
    rule: 'module-for-main',
    file: `${modules}/search/web/m.routes.ts`,
    text: `import '../module.ts';`,
  },
  {
    says: 'a module imports main',
    rule: 'nobody-imports-main',
    file: `${orders}/web/main.routes.ts`,
    text: `import '../../../main/web.ts';`,
  },
  {
    says: 'a world goes round the door',
    rule: 'worlds-by-door',
    file: 'db/worlds/quiet/cheat.ts',
    text: `import '../../../src/modules/orders/order.ts';`,
  },
  {
    says: 'the platform knows a module',
    rule: 'platform-knows-no-module',
    file: 'src/platform/db/orders.ts',
    text: `import '#orders';`,
  },
  {
    says: 'the platform reads the market’s settings',
    rule: 'platform-knows-no-module',
    file: 'src/platform/db/config.ts',
    text: `import '#config';`,
  },
  {
    says: 'the platform draws outside http',
    rule: 'platform-without-ui',
    file: 'src/platform/db/draw.ts',
    text: `import '#ui';`,
  },
  {
    says: 'a platform folder is opened',
    rule: 'platform-by-its-door',
    file: `${orders}/web/open.routes.ts`,
    text: `import '../../../platform/http/reply.ts';`,
  },
  {
    says: 'the design system knows a module',
    rule: 'ui-without-server',
    file: 'src/ui/order.tsx',
    text: `import '#orders';`,
  },
  {
    says: 'the design system reads the database',
    rule: 'ui-without-server',
    file: 'src/ui/data.tsx',
    text: `import '#platform/db';`,
  },
  {
    says: 'the design system is opened',
    rule: 'ui-by-its-door',
    file: `${orders}/web/button.page.tsx`,
    text: `import '../../../ui/button.tsx';`,
  },
  {
    says: 'an island imports a module',
    rule: 'islands-are-small',
    file: 'src/islands/order.ts',
    text: `import '#orders';`,
  },
  {
    says: 'an island imports the server',
    rule: 'islands-are-small',
    file: 'src/islands/db.ts',
    text: `import '#platform/db';`,
  },
  {
    says: 'a page imports an island',
    rule: 'nobody-imports-islands',
    file: `${orders}/web/island.page.tsx`,
    text: `import '../../../islands/total.ts';`,
  },
  {
    says: 'the sandbox knows the wallet',
    rule: 'sandbox-is-a-stranger',
    file: `${modules}/sandbox/web/pay.routes.ts`,
    text: `import '#wallet';`,
  },
  {
    says: 'the wallet knows the sandbox',
    rule: 'sandbox-is-not-known',
    file: `${modules}/wallet/web/pay.routes.ts`,
    text: `import '../../sandbox/module.ts';`,
  },
  {
    says: 'two files turn in a circle',
    rule: 'no-circle',
    file: `${orders}/turn.ts`,
    text: `import './web-turn.ts';`,
  },
  {
    says: 'production imports a fixture',
    rule: 'no-test-in-production',
    file: `${orders}/fixture-user.ts`,
    text: `import './testing/orders.fixture.ts';`,
  },
  {
    says: 'production imports the test runner',
    rule: 'no-test-in-production',
    file: `${orders}/runner.ts`,
    text: `import 'vitest';`,
  },
  {
    says: 'production uses a development package',
    rule: 'no-dev-package',
    file: `${orders}/dev.ts`,
    text: `import 'autocannon';`,
  },
  {
    says: 'an import leads nowhere',
    rule: 'no-unknown',
    file: `${orders}/nowhere.ts`,
    text: `import './gone.ts';`,
  },
  {
    says: 'nobody imports a file',
    rule: 'no-orphan',
    file: `${orders}/alone.ts`,
    text: `export const alone = 1;`,
  },
  {
    says: 'a module has no tier',
    rule: 'module-without-tier',
    file: `${modules}/gossip/index.ts`,
    text: `export const gossip = 1;`,
  },
];

/** Files a planted violation needs beside it. */
export const companions = { [`${orders}/web-turn.ts`]: `import './turn.ts';` };
