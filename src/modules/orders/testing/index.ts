export * from './orders.fixture.ts';
