export * from './catalogue.fixture.ts';
