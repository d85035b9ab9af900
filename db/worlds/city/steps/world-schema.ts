import type pg from 'pg';
import type { CitySize } from '../city-size.ts';

/**
 * A schema of the loader's own for the time of the loading: chance that depends on nothing but the
 * seed, ids and instants, and the plan of what happened. Dropped when the world stands.
 */
export async function makeWorldSchema(client: pg.Client, size: CitySize): Promise<void> {
  const seed = BigInt(size.seed) * 1_000n;
  await client.query(`
    drop schema if exists world cascade;
    create schema world;

    -- From 0 up to 1, the same for the same number and salt.
    create function world.chance(i bigint, salt bigint) returns float8
    language sql immutable parallel safe as $$
      select (hashint8extended(i, salt + ${seed}) & 9007199254740991)::float8 / 9007199254740992 $$;

    -- From 1 to count by Zipf's law.
    create function world.zipf(chance float8, count integer) returns integer
    language sql immutable parallel safe as $$
      select least(count, floor(exp(chance * ln(count + 1)))::integer) $$;

    -- How long until something that happens every so often: exponential.
    create function world.wait(chance float8, mean float8) returns bigint
    language sql immutable parallel safe as $$ select (-ln(1 - chance) * mean)::bigint $$;

    create function world.at(ms bigint) returns timestamptz
    language sql immutable parallel safe as $$ select to_timestamp(ms::float8 / 1000) $$;

    -- A UUIDv7 of the instant.
    create function world.uuid(ms bigint, i bigint, salt bigint) returns uuid
    language sql immutable parallel safe as $$
      select (lpad(to_hex(ms), 12, '0') || '7' || substr(h, 1, 3) || '8' || substr(h, 4, 13) || '00')::uuid
      from (select lpad(to_hex(hashint8extended(i, salt + ${seed})), 16, '0') as h) as hashed $$;

    create unlogged table world.members (i integer, id uuid, joined bigint);
    create unlogged table world.sellers (member integer, level text, headline text, bio text,
      skills text[], languages text[]);
    create unlogged table world.services (number integer, id uuid, seller_id uuid, member integer,
      level text, leaf_key text, state text, title text, description text, price_minor bigint,
      days smallint, changes smallint, tags text[], languages text[], ai_use text, faq jsonb,
      questions jsonb, answers jsonb, upgrades jsonb, created bigint, submitted bigint,
      published bigint, weight float8, rating_hundredths integer);
  `);
}
