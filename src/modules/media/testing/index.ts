export { anMp3, anMp4, anOgg, aWav, aWebm } from './recordings.fixture.ts';
