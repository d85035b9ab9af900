import type { Module } from '#platform/module';
import { authenticate } from './signing-in/authenticate.ts';

export const identityModule = { name: 'identity' } satisfies Module;

export { authenticate };
