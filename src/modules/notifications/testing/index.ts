export { stopToken } from '../mail-stops/stop-token.ts';
