import type pg from 'pg';

export type Column = {
  name: string;
  type: string;
  baseType: string;
  isArray: boolean;
  notNull: boolean;
  identity: string;
  generated: string;
  default: string | null;
  collation: string | null;
  comment: string | null;
};

export type Table = {
  schema: string;
  name: string;
  kind: string;
  options: string[] | null;
  partitionKey: string | null;
  partitionOf: string | null;
  bound: string | null;
  rowSecurity: boolean;
  comment: string | null;
  definition: string | null;
  columns: Column[];
};

/** A line of the dump that hangs on a table (or, with an empty table, on its schema). */
export type Statement = { schema: string; table: string; rank: number; name: string; text: string };

export type Catalog = {
  schemas: { name: string; comment: string | null }[];
  extensions: string[];
  tables: Table[];
  statements: Statement[];
};

/** The queue's own schema is graphile-worker's business, the rest is PostgreSQL's. */
const OURS = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')`;
const notOfExtension = (oid: string, catalog: string) =>
  `not exists (select from pg_depend e where e.objid = ${oid} and e.classid = '${catalog}'::regclass and e.deptype = 'e')`;

const TABLES = `
  select n.nspname as schema, c.relname as name, c.relkind::text as kind, c.reloptions as options,
    case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partitionKey",
    (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid and c.relispartition) as "partitionOf",
    pg_get_expr(c.relpartbound, c.oid) as bound, c.relrowsecurity as "rowSecurity",
    obj_description(c.oid, 'pg_class') as comment,
    case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end as definition,
    (select coalesce(json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'baseType', coalesce(element.typname, base.typname, t.typname),
        'isArray', t.typelem <> 0 and t.typcategory = 'A', 'notNull', a.attnotnull,
        'identity', a.attidentity, 'generated', a.attgenerated, 'default', pg_get_expr(d.adbin, d.adrelid),
        'collation', case when a.attcollation <> t.typcollation then co.collname end,
        'comment', col_description(c.oid, a.attnum)) order by a.attnum), '[]')
      from pg_attribute a
      join pg_type t on t.oid = a.atttypid
      left join pg_type element on element.oid = t.typelem and t.typcategory = 'A'
      left join pg_type base on base.oid = t.typbasetype
      left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      left join pg_collation co on co.oid = a.attcollation
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind in ('r', 'p', 'v', 'm') and ${notOfExtension('c.oid', 'pg_class')}
  order by 1, 2`;

const ENUMS = `
  select n.nspname as schema, '' as "table", 1 as rank, t.typname as name,
    format('create type %I.%I as enum (%s);', n.nspname, t.typname,
      (select string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid)) as text
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where ${OURS} and t.typtype = 'e' and ${notOfExtension('t.oid', 'pg_type')}`;

const DOMAINS = `
  select n.nspname, '', 1, t.typname,
    format('create domain %I.%I as %s%s%s%s;', n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod),
      case when t.typnotnull then ' not null' else '' end,
      coalesce(' default ' || t.typdefault, ''),
      (select string_agg(format(' constraint %I %s', k.conname, pg_get_constraintdef(k.oid)), '' order by k.conname)
        from pg_constraint k where k.contypid = t.oid and k.contype = 'c'))
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
  where ${OURS} and t.typtype = 'd' and ${notOfExtension('t.oid', 'pg_type')}`;

const COMPOSITES = `
  select n.nspname, '', 1, c.relname,
    format('create type %I.%I as (%s);', n.nspname, c.relname,
      (select string_agg(format('%I %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped))
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and c.relkind = 'c' and ${notOfExtension('c.oid', 'pg_class')}`;

const SEQUENCES = `
  select n.nspname, '', 2, c.relname,
    format('create sequence %I.%I as %s start %s increment %s minvalue %s maxvalue %s cache %s%s;', n.nspname, c.relname,
      format_type(s.seqtypid, null), s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache,
      case when s.seqcycle then ' cycle' else '' end)
  from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i')`;

const CONSTRAINTS = `
  select n.nspname, c.relname, case k.contype when 'p' then 10 when 'u' then 11 when 'x' then 12 when 'c' then 13 else 14 end,
    k.conname, format('alter table %I.%I add constraint %I %s;', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and k.contype in ('p', 'u', 'x', 'c', 'f') and k.conislocal`;

const INDEXES = `
  select n.nspname, t.relname, 20, i.relname, pg_get_indexdef(i.oid) || ';'
  from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace n on n.oid = t.relnamespace
  where ${OURS} and not i.relispartition and t.relkind in ('r', 'p', 'm')
    and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))`;

const TRIGGERS = `
  select n.nspname, c.relname, 30, g.tgname, pg_get_triggerdef(g.oid) || ';'
    || case g.tgenabled when 'D' then ' -- disabled' when 'A' then ' -- always' when 'R' then ' -- replica' else '' end
  from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where ${OURS} and not g.tgisinternal and g.tgparentid = 0`;

const POLICIES = `
  select p.schemaname, p.tablename, 40, p.policyname,
    format('create policy %I on %I.%I as %s for %s to %s%s%s;', p.policyname, p.schemaname, p.tablename,
      lower(p.permissive), lower(p.cmd), array_to_string(p.roles, ', '),
      coalesce(' using (' || p.qual || ')', ''), coalesce(' with check (' || p.with_check || ')', ''))
  from pg_policies p join pg_namespace n on n.nspname = p.schemaname where ${OURS}`;

const OWN = `a.grantee <> owner`;
const role = `case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end`;
const privileges = `string_agg(lower(a.privilege_type), ', ' order by a.privilege_type)`;

const TABLE_GRANTS = `
  select schema, case when kind = 'S' then '' else name end, 50, name || ' ' || grantee,
    format('grant %s on %s %I.%I to %s;', list, case when kind = 'S' then 'sequence' else 'table' end, schema, name, grantee)
  from (select n.nspname as schema, c.relname as name, c.relkind as kind, ${role} as grantee, ${privileges} as list
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) a, lateral (select c.relowner as owner) o
    where ${OURS} and ${OWN} and c.relkind in ('r', 'p', 'v', 'm', 'S') group by 1, 2, 3, 4) g`;

const COLUMN_GRANTS = `
  select schema, name, 51, grantee || ' ' || privilege,
    format('grant %s (%s) on table %I.%I to %s;', privilege, list, schema, name, grantee)
  from (select n.nspname as schema, c.relname as name, ${role} as grantee, lower(a.privilege_type) as privilege,
      string_agg(quote_ident(t.attname), ', ' order by t.attnum) as list
    from pg_attribute t join pg_class c on c.oid = t.attrelid join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(t.attacl) a, lateral (select c.relowner as owner) o
    where ${OURS} and ${OWN} group by 1, 2, 3, 4) g`;

const SCHEMA_GRANTS = `
  select schema, '', 0, grantee, format('grant %s on schema %I to %s;', list, schema, grantee)
  from (select n.nspname as schema, ${role} as grantee, ${privileges} as list
    from pg_namespace n, aclexplode(n.nspacl) a, lateral (select n.nspowner as owner) o
    where ${OURS} and ${OWN} group by 1, 2) g`;

const DEFAULT_GRANTS = `
  select coalesce(n.nspname, 'public'), '', 90, d.defaclobjtype::text || ' ' || ${role},
    format('alter default privileges in schema %I grant %s on %s to %s;', coalesce(n.nspname, 'public'), ${privileges},
      case d.defaclobjtype when 'r' then 'tables' when 'S' then 'sequences' when 'f' then 'functions' else 'types' end, ${role})
  from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace,
    aclexplode(d.defaclacl) a, lateral (select d.defaclrole as owner) o
  where ${OWN} and (n.oid is null or ${OURS}) group by n.nspname, d.defaclobjtype, a.grantee`;

const FUNCTIONS = `
  select n.nspname, '', 60, p.oid::regprocedure::text, pg_get_functiondef(p.oid) || ';'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
  where ${OURS} and p.prokind in ('f', 'p') and ${notOfExtension('p.oid', 'pg_proc')}`;

/** A function without any grant row may be executed by everybody: said as PostgreSQL means it. */
const FUNCTION_GRANTS = `
  select schema, '', 61, name || ' ' || grantee, format('grant execute on function %s to %s;', name, grantee)
  from (select n.nspname as schema, p.oid::regprocedure::text as name, ${role} as grantee
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a, lateral (select p.proowner as owner) o
    where ${OURS} and ${OWN} and ${notOfExtension('p.oid', 'pg_proc')}) g`;

const STATEMENTS = [
  ENUMS,
  DOMAINS,
  COMPOSITES,
  SEQUENCES,
  CONSTRAINTS,
  INDEXES,
  TRIGGERS,
  POLICIES,
  TABLE_GRANTS,
  COLUMN_GRANTS,
  SCHEMA_GRANTS,
  DEFAULT_GRANTS,
  FUNCTIONS,
  FUNCTION_GRANTS,
].join('\nunion all\n');

/** Reads the whole structure of our schemas from PostgreSQL's catalogs, in one fixed order. */
export async function readCatalog(client: pg.Client): Promise<Catalog> {
  await client.query(`set search_path = pg_catalog`);
  const schemas = await client.query(
    `select n.nspname as name, obj_description(n.oid, 'pg_namespace') as comment from pg_namespace n where ${OURS} order by 1`,
  );
  const extensions = await client.query(
    `select extname || ' in ' || extnamespace::regnamespace as name from pg_extension order by 1`,
  );
  const tables = await client.query(TABLES);
  const statements = await client.query(
    `select * from (${STATEMENTS}) s order by schema collate "C", "table" collate "C", rank, name collate "C", text collate "C"`,
  );
  return {
    schemas: schemas.rows,
    extensions: extensions.rows.map(({ name }) => name as string),
    tables: tables.rows,
    statements: statements.rows,
  };
}
