import ts from 'typescript';
import { allModules, schemaOf } from '../tiers.ts';
import {
  at,
  type Finding,
  isProduction,
  matchesOf,
  moduleOf,
  nodesOf,
  type Source,
  sqlWithoutComments,
  syntaxOf,
  textsOf,
} from './source.ts';

const SERVER_CLOCK =
  /\b(?:now|clock_timestamp|transaction_timestamp|statement_timestamp)\s*\(\s*\)|\b(?:current_timestamp|current_date|current_time|localtimestamp|localtime)\b/i;
const SCHEMAS = allModules.map(schemaOf).join('|');
const TABLE_METHODS =
  /^(?:selectFrom|(?:inner|left|right|full|cross)Join(?:Lateral)?|insertInto|updateTable|deleteFrom|mergeInto|replaceInto|from|using|table)$/;
const IN_SQL = new RegExp(`(?<![\\w'.])(${SCHEMAS})\\.([a-z_]+)`, 'g');
const LOOKS_LIKE_SQL = /^\s*(?:select|insert|update|delete|with|merge|call|truncate|lock|copy)\b/i;

/** What PostgreSQL learnt after version 15, the oldest the site runs on. */
const NEWER_THAN_15 = new RegExp(
  [
    '\\b(?:uuidv[47]|any_value|casefold|array_(?:shuffle|sample|reverse|sort)|to_bin|to_oct|crc32c?)\\s*\\(',
    '\\bjson_(?:table|exists|query|value|scalar|serialize)\\s*\\(',
    '\\brandom\\s*\\(\\s*[^)\\s]',
    '\\bis\\s+(?:not\\s+)?json\\b',
    '\\bnot\\s+enforced\\b|\\bwithout\\s+overlaps\\b',
    '\\breturning\\s+(?:with\\s*\\(|old\\b|new\\b)|\\bmerge_action\\s*\\(',
    '(?<![\\w$])\\d+_\\d+\\b',
    '\\bgenerated\\s+always\\s+as\\s*\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)(?!\\s*stored\\b)',
  ].join('|'),
  'i',
);

/** Any PostgreSQL from 15 on will do: the embedded one is newer and would not notice. */
export function oldestPostgres(tree: Source[]): Finding[] {
  return tree
    .filter(({ path }) => path.startsWith('db/migrations/'))
    .flatMap((source) =>
      matchesOf(sqlWithoutComments(source.text), NEWER_THAN_15).map((match) =>
        at(source, match.index, {
          rule: 'oldest-postgres',
          message: `"${match[0].trim()}" is newer than PostgreSQL 15, which the site must run on`,
        }),
      ),
    );
}

/** SQL never asks the server's clock: an instant is a parameter, from the one clock that all ask. */
export function noServerClock(tree: Source[]): Finding[] {
  const message = 'SQL asks no clock: pass the instant of ctx.clock as a parameter';
  const sql = tree
    .filter(({ path }) => path.endsWith('.sql') && path !== 'db/structure.sql')
    .flatMap((source) =>
      matchesOf(sqlWithoutComments(source.text), SERVER_CLOCK).map((match) =>
        at(source, match.index, { rule: 'server-clock', message }),
      ),
    );
  const code = tree.filter(isProduction).flatMap((source) =>
    textsOf(source)
      .filter(
        ({ text, tag }) => (tag === 'sql' || LOOKS_LIKE_SQL.test(text)) && SERVER_CLOCK.test(text),
      )
      .map(({ position }) => at(source, position, { rule: 'server-clock', message })),
  );
  return [...sql, ...code];
}

/** A module touches only its own schema; what it needs of another it asks at the door. */
export function ownSchema(tree: Source[]): Finding[] {
  return tree
    .filter((source) => isProduction(source) && moduleOf(source) !== undefined)
    .filter(({ path }) => !path.endsWith('.report.ts'))
    .flatMap(foreignTables);
}

function foreignTables(source: Source): Finding[] {
  const own = schemaOf(moduleOf(source) ?? '');
  const named = [...tablesInQueries(source), ...tablesInSql(source)];
  return named
    .filter(({ schema }) => schema !== own)
    .map(({ schema, name, position }) =>
      at(source, position, {
        rule: 'own-schema',
        message: `${schema}.${name} belongs to ${schema}: use its door (only *.report.ts may read across)`,
      }),
    );
}

type Named = { schema: string; name: string; position: number };

function tablesInQueries(source: Source): Named[] {
  const found: Named[] = [];
  for (const node of nodesOf(syntaxOf(source))) {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
    const [first] = node.arguments;
    if (!first || !ts.isStringLiteralLike(first) || !TABLE_METHODS.test(node.expression.name.text))
      continue;
    const [, schema, name] = /^([a-z_]+)\.([a-z_]+)(?: as \w+)?$/.exec(first.text) ?? [];
    if (schema && name && SCHEMAS.split('|').includes(schema))
      found.push({ schema, name, position: first.getStart() });
  }
  return found;
}

function tablesInSql(source: Source): Named[] {
  return textsOf(source)
    .filter(({ text, tag }) => tag === 'sql' || tag === 'sql.raw' || LOOKS_LIKE_SQL.test(text))
    .flatMap(({ text, position }) =>
      matchesOf(sqlWithoutComments(text), IN_SQL).map(([, schema = '', name = '']) => ({
        schema,
        name,
        position,
      })),
    );
}
