import type { Module } from '#platform/module';
import { auditModule } from '../modules/audit/module.ts';
import { settingsModule } from '../modules/settings/module.ts';

/** Every module of the site, in the order of its tiers. */
export const modules: readonly Module[] = [settingsModule, auditModule];
