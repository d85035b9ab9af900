import type { Ctx } from '#platform/context';
import { smtpSender } from '#platform/mail';
import type { Module } from '#platform/module';
import { auditModule } from '../modules/audit/module.ts';
import { catalogueModule } from '../modules/catalogue/module.ts';
import { collectionsModule } from '../modules/collections/module.ts';
import { conversationsModule } from '../modules/conversations/module.ts';
import { checkoutModule } from '../modules/checkout/module.ts';
import { identityModule } from '../modules/identity/module.ts';
import { ledgerModule, verifyLedgerJob } from '../modules/ledger/module.ts';
import { mediaModule } from '../modules/media/module.ts';
import { messagingModule } from '../modules/messaging/module.ts';
import { notificationsModule, sendMailJob } from '../modules/notifications/module.ts';
import { operationsModule } from '../modules/operations/module.ts';
import { ordersModule } from '../modules/orders/module.ts';
import { reviewsModule } from '../modules/reviews/module.ts';
import { sandboxModule } from '../modules/sandbox/module.ts';
import { searchModule } from '../modules/search/module.ts';
import { settingsModule } from '../modules/settings/module.ts';
import { siteModule } from '../modules/site/module.ts';
import { trustModule } from '../modules/trust/module.ts';
import { walletModule } from '../modules/wallet/module.ts';
import { ledgerChecks } from './ledger-checks.ts';

/** What only main knows: jobs that need the configuration or the checks of other modules. */
const mainModule = (mail: { smtpUrl: string | undefined; mailFrom: string }): Module => ({
  name: 'main',
  jobs: [
    verifyLedgerJob(ledgerChecks),
    sendMailJob(mail.smtpUrl ? smtpSender(mail.smtpUrl, mail.mailFrom) : undefined),
  ],
});

/** Every module of the site, in the order of its tiers; the simulated gateway only in a demo. */
export function createModules(
  ctx: Ctx,
  mail: { smtpUrl: string | undefined; mailFrom: string },
): readonly Module[] {
  const always: readonly Module[] = [
    settingsModule,
    auditModule,
    mediaModule,
    ledgerModule,
    notificationsModule,
    identityModule,
    trustModule,
    catalogueModule,
    messagingModule,
    walletModule,
    ordersModule,
    collectionsModule,
    checkoutModule,
    reviewsModule,
    conversationsModule,
    searchModule,
    siteModule,
    operationsModule,
    mainModule(mail),
  ];
  return ctx.site.demo ? [...always, sandboxModule] : always;
}
