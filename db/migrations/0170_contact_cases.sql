-- Contact exchange (SPEC 7.2): a case is a message in which a way out of the site was found. What is
-- written stays written: the case says what of it is masked, which step it was, what its writer objects
-- and what the staff decided. Members and messages stand on other tiers: no foreign keys to them.
create table trust.contact_cases (
  id uuid primary key,
  member_id uuid not null,
  -- Whom it was written to.
  other_id uuid not null,
  place text not null constraint contact_place_is_known check (place in ('talk', 'order')),
  -- The conversation, or the order.
  subject_id uuid not null,
  message_id uuid not null constraint message_has_one_contact_case unique,
  body text not null,
  parts jsonb not null,
  step text not null
    constraint contact_step_is_known check (step in ('masked', 'warned', 'paused', 'review')),
  -- A strike; what is only masked (a link, an answer to who asked) is none.
  counts boolean not null,
  at timestamptz not null,
  expires_at timestamptz not null,
  objected_at timestamptz,
  objection text,
  -- In a paid order an objection is believed until the staff say otherwise: the work does not wait.
  believed boolean not null default false,
  outcome text constraint contact_outcome_is_known check (outcome in ('confirmed', 'lifted')),
  decided_by uuid,
  decided_at timestamptz,
  decision_reason text,
  constraint contact_case_has_two_sides check (member_id <> other_id),
  constraint only_a_strike_has_a_further_step check (counts or step = 'masked'),
  constraint contact_case_expires_later check (expires_at > at),
  constraint objection_is_whole check ((objected_at is null) = (objection is null)),
  constraint only_an_objection_in_an_order_is_believed
    check (not believed or (objected_at is not null and place = 'order')),
  constraint contact_decision_is_whole check (num_nonnulls(outcome, decided_by, decided_at, decision_reason) in (0, 4)),
  constraint only_what_waits_is_decided
    check (outcome is null or objected_at is not null or step = 'review'),
  constraint nobody_decides_their_own_contact_case
    check (decided_by is null or (decided_by <> member_id and decided_by <> other_id))
);
create index contact_cases_of_member on trust.contact_cases (member_id, at desc);
create index contact_cases_of_subject on trust.contact_cases (subject_id, at desc);
create index contact_cases_waiting on trust.contact_cases (at)
  where outcome is null and (objected_at is not null or step = 'review');

-- One row a member with a case: locked while a step is taken, so that two messages at once are two steps.
create table trust.contact_ladders (
  member_id uuid primary key,
  paused_until timestamptz
);

grant select, insert on trust.contact_cases, trust.contact_ladders to hirfa_app;
grant update (objected_at, objection, believed, outcome, decided_by, decided_at, decision_reason)
  on trust.contact_cases to hirfa_app;
grant update (paused_until) on trust.contact_ladders to hirfa_app;

-- Whether a case was made of the message: most have none, and are read without asking for one.
alter table messaging.messages add column guarded boolean not null default false;
