export { stopToken } from '../choices/stop-token.ts';
export { addDevice } from '../push/add-device.ts';
export { listDevices } from '../push/push-device-store.ts';
export { aChat, aDevice } from './devices.fixture.ts';
