export { stopToken } from '../choices/stop-token.ts';
export { addDevice } from '../push/add-device.ts';
export { aChat, aDevice } from './devices.fixture.ts';
