export { aTransfer, earn, fund, postAlone } from './ledger.fixture.ts';
