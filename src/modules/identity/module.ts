import type { Module } from '#platform/module';
import { createAdmin } from './joining/create-admin.ts';
import { authenticate } from './signing-in/authenticate.ts';
import { followVisitors } from './signing-in/visitor-cache.ts';

export const identityModule = { name: 'identity' } satisfies Module;

export { authenticate, createAdmin, followVisitors };
