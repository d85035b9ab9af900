import { hashPassword } from '#identity';
import { config } from '#config';
import type pg from 'pg';
import { type CitySize, joiningSpan, MEMBER_GROWTH } from '../city-size.ts';
import type { ServiceRow } from '../market/write-row.ts';
import type { PersonName, Texts } from '../writing/read-texts.ts';

/** Every member of these worlds signs in with it. */
export const WORLD_PASSWORD = 'hirfa-demo-1447';

/** Numbers members in the order they joined and gives each an id. */
export async function numberMembers(
  client: pg.Client,
  of: { size: CitySize; now: number },
): Promise<void> {
  const { from, span } = joiningSpan(of.now);
  await client.query(
    `insert into world.members (i, id, joined)
     select i, world.uuid(joined, i, 1), joined
     from (select i, floor($2::float8 + $3::float8
         * ln(1 + (i - 0.5::float8) / $1::integer * (exp($4::float8) - 1)) / $4::float8)::bigint as joined
       from generate_series(1, $1::integer) as i) as numbered`,
    [of.size.members, from, span, MEMBER_GROWTH],
  );
  await client.query('create unique index on world.members (i); analyze world.members');
}

export async function keepSellers(client: pg.Client, rows: readonly ServiceRow[]): Promise<void> {
  await client.query(
    `insert into world.sellers select * from json_to_recordset($1::json) as t(member integer,
       level text, headline text, bio text, skills text[], languages text[])`,
    [JSON.stringify(rows)],
  );
}

/**
 * Everybody's account, as signing up and verifying leaves it: profile, password, consents; levels of
 * sellers and their one change; the first two members are staff.
 */
export async function loadMembers(
  client: pg.Client,
  of: { size: CitySize; texts: Texts; now: number },
): Promise<void> {
  const { texts, size, now } = of;
  const spelled = (names: readonly PersonName[]) => [
    names.map(({ arabic }) => arabic),
    names.map(({ latin }) => latin),
  ];
  const lands = texts.countries.flatMap((country) =>
    Array.from({ length: country.weight }, () => country),
  );
  await client.query(
    `insert into identity.members (id, email, email_verified, display_name, handle, headline, bio,
       skills, languages, country, time_zone, locale, digits, calendar, created_at, updated_at, last_seen_at)
     select id, case i when 1 then 'admin' when 2 then 'reviewer' else handle end || '@' || $7 || '.example',
       world.chance(i, 5) < 0.97 or i <= 2, name, handle, coalesce(headline, ''), coalesce(bio, ''),
       coalesce(skills, '{}'), coalesce(languages, '{ar}'), ($5::text[])[land], ($6::text[])[land],
       case when world.chance(i, 6) < 0.04 then 'en' else 'ar' end,
       case when world.chance(i, 7) < 0.12 then 'arab' else 'latn' end,
       case when world.chance(i, 8) < 0.05 then 'islamic-umalqura' else 'gregory' end,
       world.at(joined), world.at(joined),
       world.at(greatest(joined, $8::bigint - world.wait(world.chance(i, 9), 86400000.0 * 60)))
     from (
       select m.*, s.headline, s.bio, s.skills, s.languages,
         ($1::text[])[first] || ' ' || ($2::text[])[family] as name,
         left(($3::text[])[first] || '-' || ($4::text[])[family], 22) || '-' || m.i as handle,
         1 + floor(world.chance(m.i, 4) * ${lands.length})::integer as land
       from (select *, world.zipf(world.chance(i, 2), ${texts.firstNames.length}) as first,
           world.zipf(world.chance(i, 3), ${texts.familyNames.length}) as family
         from world.members) as m
       left join world.sellers s on s.member = m.i) as person
     order by i`,
    [
      spelled(texts.firstNames)[0],
      spelled(texts.familyNames)[0],
      spelled(texts.firstNames)[1],
      spelled(texts.familyNames)[1],
      lands.map(({ code }) => code),
      lands.map(({ timeZone }) => timeZone),
      size.name,
      now,
    ],
  );
  await loadAccess(client);
  await loadStandings(client);
}

async function loadAccess(client: pg.Client): Promise<void> {
  const salt = (length: number) => Buffer.alloc(length, 'hirfa');
  await client.query(
    `insert into identity.credentials (id, member_id, account_id, provider_id, password, created_at, updated_at)
     select world.uuid(joined, i, 10), id, id::text, 'credential', $1, world.at(joined), world.at(joined)
     from world.members order by i`,
    [await hashPassword(WORLD_PASSWORD, salt)],
  );
  const { termsVersion, privacyVersion } = config.legal;
  await client.query(
    `insert into identity.consents (member_id, document, version, at)
     select id, document, version, world.at(joined) from world.members
     cross join (values ('terms', $1), ('privacy', $2), ('age-18', $1)) as agreed(document, version)
     order by i, document`,
    [termsVersion, privacyVersion],
  );
  await client.query(
    `insert into identity.member_roles (member_id, role, granted_by, granted_at)
     select id, case i when 1 then 'admin' else 'reviewer' end, 'system:world', world.at(joined)
     from world.members where i <= 2`,
  );
}

/** A seller's level was reached in one step, some way between joining and now. */
async function loadStandings(client: pg.Client): Promise<void> {
  await client.query(
    `with risen as (
       select m.id, m.i, s.level, m.joined + 86400000::bigint as since
       from world.sellers s join world.members m on m.i = s.member where s.level <> 'new'),
     standing as (
       insert into trust.standings (member_id, level, since_at)
       select id, level, world.at(since) from risen order by i)
     insert into trust.standing_changes (id, member_id, from_level, to_level, reason, actor, at)
     select world.uuid(since, i, 11), id, 'new', level, 'thresholds', 'system:trust', world.at(since)
     from risen order by i`,
  );
}
