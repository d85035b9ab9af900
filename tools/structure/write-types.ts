import type { Catalog, Column, Table } from './catalog.ts';

const TYPES: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'bigint',
  float4: 'number',
  float8: 'number',
  timestamptz: 'Date',
  timestamp: 'Date',
  date: 'Date',
  bytea: 'Buffer',
};

/** Types that pg can only hand out as text: numeric, uuid, date, interval, enums, ranges and the like. */
const TEXT = 'string';

/** Kysely's `Database`: one interface a table, keyed `schema.table`, as PostgreSQL has it. */
export function writeTypes(catalog: Catalog): string {
  const tables = catalog.tables.filter((table) => table.partitionOf === null);
  const entries = tables.map((table) => `  '${table.schema}.${table.name}': ${rowName(table)};`);
  return `${[
    '// Written by `npm run db:types` from the migrated database; never by hand.',
    "import type { ColumnType, Generated, GeneratedAlways } from 'kysely';",
    '',
    '/** Written as an object or as JSON text; an array must be text, or pg takes it for an SQL array. */',
    'type JsonInput = string | number | boolean | object;',
    '/** Read as unknown: the reader says what it expects. */',
    'export type Json = ColumnType<unknown, JsonInput, JsonInput>;',
    'export type JsonOrNull = ColumnType<unknown, JsonInput | null | undefined, JsonInput | null>;',
    'export type JsonWithDefault = ColumnType<unknown, JsonInput | undefined, JsonInput>;',
    '',
    ...tables.map(tableText),
    `export interface Database {\n${entries.join('\n')}\n}`,
  ].join('\n')}\n`;
}

function tableText(table: Table): string {
  const columns = table.columns.map(
    (column) => `  ${property(column.name)}: ${columnType(column)};`,
  );
  return `export interface ${rowName(table)} {\n${columns.join('\n')}\n}\n`;
}

/** `public_api.webhook_deliveries` is `PublicApiWebhookDeliveriesTable`. */
function rowName({ schema, name }: Table): string {
  const words = `${schema}_${name}`.split('_');
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}Table`;
}

function property(name: string): string {
  return /^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`;
}

function columnType(column: Column): string {
  if (isJson(column)) return jsonType(column);
  const value = column.isArray ? arrayType(column) : (TYPES[column.baseType] ?? TEXT);
  const read = column.notNull ? value : `${value} | null`;
  if (column.identity === 'a' || column.generated) return `GeneratedAlways<${read}>`;
  return column.identity || column.default !== null ? `Generated<${read}>` : read;
}

/** pg reads arrays of int8 as text: only single int8 values have a parser. */
function arrayType({ baseType }: Column): string {
  return baseType === 'int8' ? 'string[]' : `${TYPES[baseType] ?? TEXT}[]`;
}

function isJson({ baseType, isArray }: Column): boolean {
  return !isArray && (baseType === 'json' || baseType === 'jsonb');
}

function jsonType(column: Column): string {
  if (!column.notNull) return 'JsonOrNull';
  return column.default === null ? 'Json' : 'JsonWithDefault';
}
