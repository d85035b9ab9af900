import type { Module } from '#platform/module';

export const auditModule = { name: 'audit' } satisfies Module;
