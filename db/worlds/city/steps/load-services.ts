import type pg from 'pg';
import type { ServiceRow } from '../market/write-row.ts';

const COLUMNS = `number integer, member integer, level text, leaf_key text, state text, title text,
  description text, price_minor bigint, days smallint, changes smallint, tags text[], languages text[],
  ai_use text, faq jsonb, questions jsonb, answers jsonb, upgrades jsonb, created bigint,
  submitted bigint, published bigint, weight float8, rating_hundredths integer`;

/** The id of a service's upgrade at that place, from 1; of a row of world.services. */
export const upgradeId = (service: string, place: string): string =>
  `world.uuid(${service}.created, ${service}.number * 20::bigint + ${place}, 22)`;

/** Keeps written services until all are there; questions get their ids. */
export async function keepServices(client: pg.Client, rows: readonly ServiceRow[]): Promise<void> {
  await client.query({
    name: 'keep-services',
    text: `insert into world.services (number, id, seller_id, member, level, leaf_key, state, title,
        description, price_minor, days, changes, tags, languages, ai_use, faq, questions, answers,
        upgrades, created, submitted, published, weight, rating_hundredths)
      select t.number, world.uuid(created, t.number, 20), m.id, member, level, leaf_key, state, title,
        description, price_minor, days, changes, tags, t.languages, ai_use, faq,
        (select coalesce(jsonb_agg(case q.value ->> 'kind' when 'choice' then q.value
            else q.value - 'choices' end || jsonb_build_object('questionId',
            world.uuid(created, t.number * 20 + q.ordinality, 21)) order by q.ordinality), '[]')
          from jsonb_array_elements(questions) with ordinality as q),
        answers, upgrades, created, submitted, published, weight, rating_hundredths
      from json_to_recordset($1::json) as t(${COLUMNS}) join world.members m on m.i = t.member`,
    values: [JSON.stringify(rows)],
  });
}

/**
 * The catalogue as writing, submitting and reviewing leaves it: services, upgrades, histories and the
 * reviewer's audit records. Lists and figures follow when the orders are known.
 */
export async function loadServices(client: pg.Client): Promise<void> {
  await client.query('create unique index on world.services (number); analyze world.services');
  await client.query(`insert into catalogue.services (id, number, seller_id, state, version, leaf_key,
      title, description, base_price_minor, delivery_days, changes_included, tags, languages, ai_use,
      questions, faq, review_notes, approved_content, created_at, changed_at, declared_at, sold_since,
      submitted_at, published_at)
    overriding system value
    select id, number, seller_id, state, 2, leaf_key, title, description, price_minor, days, changes,
      tags, languages, ai_use, questions, faq,
      case state when 'rejected' then '{"description": "unclear"}'::jsonb else '{}' end,
      case when published is not null then jsonb_build_object('leafKey', leaf_key, 'title', title,
        'description', description, 'deliveryDays', days, 'changesIncluded', changes,
        'quantityMultipliesTime', false, 'tags', tags, 'languages', languages, 'aiUse', ai_use,
        'rightsText', '', 'upgrades', (select coalesce(jsonb_agg(u - 'priceMinor'), '[]')
          from jsonb_array_elements(upgrades) as u),
        'questions', (select coalesce(jsonb_agg('{"choices": []}' || (q - 'questionId')), '[]')
          from jsonb_array_elements(questions) as q),
        'faq', faq, 'imageIds', '[]'::jsonb) end,
      world.at(created), world.at(case state when 'rejected' then submitted + 7200000
        when 'paused' then published + 3600000 when 'archived' then published + 3600000
        else coalesce(published, submitted, created + 900000) end),
      world.at(submitted), world.at(published), world.at(submitted), world.at(published)
    from world.services order by number`);
  await client.query(`select setval(pg_get_serial_sequence('catalogue.services', 'number'),
    (select max(number) from world.services))`);
  await client.query(`insert into catalogue.upgrades (id, service_id, position, title, price_minor, days_delta)
    select ${upgradeId('s', 'u.ordinality')}, s.id, u.ordinality - 1,
      u.value ->> 'title', (u.value ->> 'priceMinor')::bigint, (u.value ->> 'daysDelta')::smallint
    from world.services s cross join lateral jsonb_array_elements(s.upgrades) with ordinality as u
    order by s.number, u.ordinality`);
  await loadHistories(client);
}

async function loadHistories(client: pg.Client): Promise<void> {
  await client.query(`insert into catalogue.service_history
      (service_id, verb, from_state, to_state, version, actor, notes, at)
    select s.id, h.verb, h.from_state, h.to_state, h.version, h.actor,
      case h.verb when 'reject' then '{"description": "unclear"}'::jsonb else '{}' end, world.at(h.at)
    from world.services s
    cross join (select id::text as reviewer from world.members where i = 2) as staff
    cross join lateral (values
      (1, 'start', null, 'draft', 1, s.seller_id::text, s.created, true),
      (1, 'edit', 'draft', 'draft', 1, s.seller_id::text, s.created + 900000, true),
      (2, 'submit', 'draft', 'pending_review', 2, s.seller_id::text, s.submitted, true),
      (3, 'approve', 'pending_review', 'published', 2, reviewer, s.published, true),
      (4, 'reject', 'pending_review', 'rejected', 2, reviewer, s.submitted + 7200000, s.state = 'rejected'),
      (5, 'pause', 'published', 'paused', 2, s.seller_id::text, s.published + 3600000, s.state = 'paused'),
      (6, 'archive', 'published', 'archived', 2, s.seller_id::text, s.published + 3600000,
        s.state = 'archived')
    ) as h(step, verb, from_state, to_state, version, actor, at, happened)
    where h.happened and h.at is not null order by s.number, h.step, h.at`);
  await client.query(`insert into audit.acts (id, at, actor, verb, subject_kind, subject_id, after)
    select world.uuid(s.published, s.number, 23), world.at(s.published), reviewer,
      'catalogue.approve-service', 'service', s.id::text,
      jsonb_build_object('state', 'published', 'version', 2)
    from world.services s
    cross join (select id::text as reviewer from world.members where i = 2) as staff
    where s.published is not null order by s.published`);
}
