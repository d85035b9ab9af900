import { describe, expect, it } from 'vitest';
import type { Catalog, Column } from './catalog.ts';
import { writeSql } from './write-sql.ts';
import { writeTypes } from './write-types.ts';

const column = (name: string, baseType: string, more: Partial<Column> = {}): Column => ({
  name,
  type: baseType,
  baseType,
  isArray: false,
  notNull: true,
  identity: '',
  generated: '',
  default: null,
  collation: null,
  comment: null,
  ...more,
});

const catalog: Catalog = {
  schemas: [{ name: 'public_api', comment: null }],
  extensions: [],
  tables: [
    {
      schema: 'public_api',
      name: 'keys',
      kind: 'r',
      options: null,
      partitionKey: null,
      partitionOf: null,
      bound: null,
      rowSecurity: true,
      comment: "The member's keys",
      definition: null,
      columns: [
        column('seq', 'int8', { identity: 'a' }),
        column('price_minor', 'int8'),
        column('at', 'timestamptz', { notNull: false }),
        column('count', 'int4', { default: '0' }),
        column('scopes', 'text', { isArray: true, type: 'text[]' }),
        column('rules', 'jsonb'),
        column('notes', 'jsonb', { notNull: false }),
        column('kind', 'key_kind', { comment: 'what for' }),
      ],
    },
  ],
  statements: [
    { schema: 'public_api', table: 'keys', rank: 10, name: 'k', text: 'alter table k;' },
    { schema: 'public_api', table: '', rank: 60, name: 'f', text: 'create function f;' },
  ],
};

describe('types', () => {
  const types = writeTypes(catalog);
  it.each([
    'export interface PublicApiKeysTable {',
    'seq: GeneratedAlways<bigint>;',
    'price_minor: bigint;',
    'at: Date | null;',
    'count: Generated<number>;',
    'scopes: string[];',
    'rules: Json;',
    'notes: JsonOrNull;',
    'kind: string;',
    "'public_api.keys': PublicApiKeysTable;",
  ])('say %s', (line) => expect(types).toContain(line));
});

describe('the golden dump', () => {
  const sql = writeSql(catalog);
  it.each([
    'create schema public_api;',
    '  seq int8 generated always as identity not null,',
    '  count int4 default 0 not null,',
    "comment on table public_api.keys is 'The member''s keys';",
    "comment on column public_api.keys.kind is 'what for';",
    'alter table public_api.keys enable row level security;',
  ])('says %s', (line) => expect(sql).toContain(line));
  it('puts functions after the tables', () => {
    expect(sql.indexOf('create function f;')).toBeGreaterThan(sql.indexOf('alter table k;'));
  });
});
