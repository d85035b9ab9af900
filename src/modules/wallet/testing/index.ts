export { signWebhook } from './wallet.fixture.ts';
