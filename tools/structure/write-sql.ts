import type { Catalog, Column, Statement, Table } from './catalog.ts';

const FUNCTION_RANK = 60;

/** The golden dump: everything the migrations made, in an order that never depends on how. */
export function writeSql(catalog: Catalog): string {
  const parts = [
    '-- Written by `npm run db:types` from the migrated database; never by hand.',
    '-- The check fails when the migrations make anything else than what stands here.',
    catalog.extensions.map((name) => `-- extension ${name}`).join('\n'),
    ...catalog.schemas.map((schema) => schemaText(catalog, schema)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function schemaText(catalog: Catalog, schema: { name: string; comment: string | null }): string {
  const mine = catalog.statements.filter((statement) => statement.schema === schema.name);
  const loose = mine.filter(({ table }) => table === '');
  const tables = catalog.tables.filter((table) => table.schema === schema.name);
  return [
    `create schema ${schema.name};`,
    comment('schema', schema.name, schema.comment),
    lines(loose.filter(({ rank }) => rank < FUNCTION_RANK)),
    ...tables.map((table) => tableText(table, mine)),
    ...loose.filter(({ rank }) => rank >= FUNCTION_RANK).map(({ text }) => text),
  ]
    .filter(Boolean)
    .join('\n\n');
}

function tableText(table: Table, statements: Statement[]): string {
  const name = `${table.schema}.${table.name}`;
  return [
    table.definition ? viewText(table, name) : createTable(table, name),
    comment('table', name, table.comment),
    ...table.columns.map((column) => comment('column', `${name}.${column.name}`, column.comment)),
    table.rowSecurity ? `alter table ${name} enable row level security;` : '',
    lines(statements.filter((statement) => statement.table === table.name)),
  ]
    .filter(Boolean)
    .join('\n');
}

function viewText({ kind, definition }: Table, name: string): string {
  return `create ${kind === 'm' ? 'materialized view' : 'view'} ${name} as\n${definition}`;
}

function createTable(table: Table, name: string): string {
  const options = table.options ? ` with (${table.options.join(', ')})` : '';
  if (table.partitionOf)
    return `create table ${name} partition of ${table.partitionOf} ${table.bound}${options};`;
  const columns = table.columns.map((column) => `  ${columnText(column)}`).join(',\n');
  const partition = table.partitionKey ? ` partition by ${table.partitionKey}` : '';
  return `create table ${name} (\n${columns}\n)${partition}${options};`;
}

function columnText(column: Column): string {
  return [
    column.name,
    column.type,
    column.collation ? `collate "${column.collation}"` : '',
    valueText(column),
    column.notNull ? 'not null' : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function valueText(column: Column): string {
  if (column.identity) {
    return `generated ${column.identity === 'a' ? 'always' : 'by default'} as identity`;
  }
  if (column.generated) return `generated always as (${column.default}) stored`;
  return column.default === null ? '' : `default ${column.default}`;
}

function comment(kind: string, name: string, text: string | null): string {
  return text === null ? '' : `comment on ${kind} ${name} is '${text.replaceAll("'", "''")}';`;
}

function lines(statements: Statement[]): string {
  return statements.map(({ text }) => text).join('\n');
}
