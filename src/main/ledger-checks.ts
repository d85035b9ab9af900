import { orderLedgerChecks } from '../modules/orders/module.ts';
import { walletLedgerChecks } from '../modules/wallet/module.ts';

/** What other modules prove of the ledger besides its own checks. */
export const ledgerChecks = [...orderLedgerChecks, ...walletLedgerChecks];
