import type { Module } from '#platform/module';

export const settingsModule = { name: 'settings' } satisfies Module;
