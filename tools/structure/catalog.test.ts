import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCatalog } from './catalog.ts';
import { writeSql } from './write-sql.ts';
import { writeTypes } from './write-types.ts';

const DATABASE = 'hirfa_structure_test';

const planted = `
  create role structure_reader nologin;
  create extension pg_trgm;
  create schema market;
  create type market.size as enum ('small', 'large');
  create domain market.positive as bigint constraint is_positive check (value > 0);
  create sequence market.numbers start 7;
  create table market.sellers (id uuid primary key, name text collate "C" not null);
  comment on table market.sellers is 'They sell';
  create table market.services (
    id bigint generated always as identity,
    seller_id uuid not null constraint service_has_a_seller references market.sellers,
    price_minor market.positive not null,
    size market.size default 'small',
    details jsonb not null default '{}',
    tags text[] not null,
    doubled bigint generated always as (id * 2) stored,
    sold_at timestamptz,
    constraint services_pkey primary key (id),
    constraint tags_are_few check (cardinality(tags) < 10)
  );
  create index services_by_seller on market.services (seller_id) where sold_at is null;
  create table market.visits (at timestamptz not null) partition by range (at);
  create table market.visits_2026 partition of market.visits for values from ('2026-01-01Z') to ('2027-01-01Z');
  create view market.cheap as select id from market.services where price_minor < 500;
  create function market.refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$;
  create trigger never_removed before delete on market.services for each row execute function market.refuse();
  alter table market.services enable row level security;
  create policy readers on market.services for select to structure_reader using (sold_at is null);
  grant usage on schema market to structure_reader;
  grant select, insert on market.services to structure_reader;
  grant update (sold_at) on market.services to structure_reader;
  revoke execute on function market.refuse() from public;`;

describe('the structure read from PostgreSQL', () => {
  const admin = new pg.Client({ connectionString: inject('superuserUrl') });
  let sql = '';
  let types = '';

  beforeAll(async () => {
    await admin.connect();
    await admin.query(`create database ${DATABASE} template template0`);
    const url = new URL(inject('superuserUrl'));
    url.pathname = `/${DATABASE}`;
    const client = new pg.Client({ connectionString: url.toString() });
    await client.connect();
    await client.query(planted);
    const catalog = await readCatalog(client);
    await client.end();
    sql = writeSql(catalog);
    types = writeTypes(catalog);
  });

  afterAll(async () => {
    await admin.query(`drop database ${DATABASE} with (force)`);
    await admin.query('drop role structure_reader');
    await admin.end();
  });

  it.each([
    '-- extension pg_trgm in public',
    'create schema market;',
    "create type market.size as enum ('small', 'large');",
    'create domain market.positive as bigint constraint is_positive CHECK',
    'create sequence market.numbers as bigint start 7',
    'name text collate "C" not null',
    "comment on table market.sellers is 'They sell';",
    'add constraint service_has_a_seller FOREIGN KEY (seller_id) REFERENCES market.sellers(id);',
    "size market.size default 'small'::market.size",
    'doubled bigint generated always as ((id * 2)) stored',
    'add constraint services_pkey PRIMARY KEY (id);',
    'add constraint tags_are_few CHECK',
    'CREATE INDEX services_by_seller ON market.services USING btree (seller_id) WHERE (sold_at IS NULL);',
    'partition by RANGE (at);',
    'create table market.visits_2026 partition of market.visits FOR VALUES FROM',
    'create view market.cheap as',
    'CREATE TRIGGER never_removed BEFORE DELETE ON market.services',
    'alter table market.services enable row level security;',
    'create policy readers on market.services as permissive for select to structure_reader using ((sold_at IS NULL));',
    'grant usage on schema market to structure_reader;',
    'grant insert, select on table market.services to structure_reader;',
    'grant update (sold_at) on table market.services to structure_reader;',
    'CREATE OR REPLACE FUNCTION market.refuse()',
  ])('says %s', (line) => expect(sql).toContain(line));

  it('leaves out what an extension brought, and the revoked grant', () => {
    expect(sql).not.toContain('similarity');
    expect(sql).not.toContain('grant execute on function market.refuse() to public;');
  });

  it.each([
    "'market.services': MarketServicesTable;",
    "'market.cheap': MarketCheapTable;",
    'id: GeneratedAlways<bigint>;',
    'price_minor: bigint;',
    'size: Generated<string | null>;',
    'details: JsonWithDefault;',
    'tags: string[];',
    'doubled: GeneratedAlways<bigint | null>;',
    'sold_at: Date | null;',
  ])('types it: %s', (line) => expect(types).toContain(line));

  it('types a partitioned table once', () => {
    expect(types).toContain('MarketVisitsTable');
    expect(types).not.toContain('MarketVisits2026Table');
  });
});
