import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** A small house that keeps every rule: the ground on which violations are planted. */
const cleanTree: Record<string, string> = {
  'marketplace.config.ts': 'export const config = 1;',
  'src/main/web.ts': `
    import '../modules/orders/module.ts';
    import '../modules/ledger/module.ts';
    import '../modules/wallet/module.ts';
    import '../modules/messaging/module.ts';
    import '../modules/search/module.ts';
    import '../modules/sandbox/module.ts';
    import '#platform/http';
    import '#config';`,
  'src/platform/http/index.ts': `export * from './reply.ts';`,
  'src/platform/http/reply.ts': `export const reply = 1;`,
  'src/platform/money/index.ts': `export const money = 1;`,
  'src/platform/i18n/index.ts': `export const i18n = 1;`,
  'src/platform/db/index.ts': `export const db = 1; export type Tx = number;`,
  'src/ui/index.ts': `export * from './button.tsx';`,
  'src/ui/button.tsx': `import '#platform/i18n'; export const Button = 1;`,
  'src/islands/total.ts': `import '#platform/money'; import '#ui';`,
  'src/modules/ledger/index.ts': `export * from './post-transfers.ts';`,
  'src/modules/ledger/post-transfers.ts': `import '#platform/db'; export const post = 1;`,
  'src/modules/ledger/module.ts': `import './index.ts';`,
  'src/modules/messaging/index.ts': `export const say = 1;`,
  'src/modules/messaging/module.ts': `import './index.ts';`,
  'src/modules/wallet/index.ts': `export * from './wallet.ts';`,
  'src/modules/wallet/ui.ts': `export * from './fragments/money-box.tsx';`,
  'src/modules/wallet/wallet.ts': `import '#ledger'; export const wallet = 1;`,
  'src/modules/wallet/fragments/money-box.tsx': `import '#ui'; export const MoneyBox = 1;`,
  'src/modules/wallet/module.ts': `import './index.ts'; import './ui.ts';`,
  'src/modules/orders/index.ts': `export * from './order.ts'; export * from './life-cycle/accept.ts';`,
  'src/modules/orders/order.ts': `export type Order = number; export const states = 1;`,
  'src/modules/orders/order-paths.ts': `export const orderPath = 1;`,
  'src/modules/orders/life-cycle/accept.ts': `import '../order.ts'; import '#wallet'; export const accept = 1;`,
  'src/modules/orders/ui.ts': `export * from './fragments/badge.tsx';`,
  'src/modules/orders/fragments/badge.tsx': `
    import '#ui'; import '#platform/i18n'; import '#wallet/ui'; import '#wallet';
    import type { Tx } from '#platform/db'; import type { Order } from '../order.ts';
    import { orderPath } from '../order-paths.ts'; import '../locales/ar.ts';
    export const Badge = (x: Order, y: Tx) => [x, y, orderPath];`,
  'src/modules/orders/locales/ar.ts': `import '#platform/i18n'; export const ar = 1;`,
  'src/modules/orders/web/orders.routes.ts': `
    import '#platform/http'; import '#ui'; import '../life-cycle/accept.ts'; import '#search';
    import '#wallet/ui'; import '../fragments/badge.tsx'; import './room.page.tsx';`,
  'src/modules/orders/web/room.page.tsx': `import 'preact'; import '../locales/ar.ts';`,
  'src/modules/orders/jobs/late.job.ts': `import '../life-cycle/accept.ts';`,
  'src/modules/orders/module.ts': `
    import './index.ts'; import './ui.ts'; import './web/orders.routes.ts'; import './jobs/late.job.ts';`,
  'src/modules/orders/testing/orders.fixture.ts': `import '../life-cycle/accept.ts'; import '#ledger';`,
  'src/modules/orders/order.test.ts': `import './testing/orders.fixture.ts'; import './order.ts'; import 'vitest';`,
  'src/modules/search/index.ts': `import '#orders'; export const search = 1;`,
  'src/modules/search/module.ts': `import './index.ts';`,
  'src/modules/sandbox/module.ts': `import '#platform/http'; import '#ui';`,
  'db/worlds/quiet/index.ts': `import '#orders'; import '#config';`,
  'test/journeys/buy.test.ts': `import '../../src/main/web.ts';`,
};

/** Writes the clean house and the planted files into a temporary folder; returns its path. */
export function plantTree(planted: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'boundaries-'));
  const house = resolve(import.meta.dirname, '../..');
  for (const file of ['package.json', 'tsconfig.json']) cpSync(join(house, file), join(root, file));
  symlinkSync(join(house, 'node_modules'), join(root, 'node_modules'));
  for (const [path, text] of Object.entries({ ...cleanTree, ...planted })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** Removes what `plantTree` wrote. */
export function fellTree(root: string): void {
  rmSync(root, { recursive: true, force: true });
}
