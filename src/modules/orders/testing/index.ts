export * from './orders.fixture.ts';
export { ringClocks } from './ring-clocks.ts';
