export { aMember, hear, mailTo, PASSWORD, tokenIn } from './members.fixture.ts';
