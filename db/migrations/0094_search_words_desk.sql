-- Lines for the lexicon as the staff proposes them: one person proposes, another one decides. What was
-- approved stands in search.lexicon_additions.
create table search.lexicon_proposals (
  id uuid not null,
  verb text collate "C" not null,
  kind text collate "C" not null,
  line text not null,
  reason text not null,
  state text collate "C" not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint lexicon_proposals_pkey primary key (id),
  constraint proposal_verb_is_known check (verb in ('add', 'end')),
  constraint proposal_state_is_known check (state in ('waiting', 'approved', 'declined')),
  constraint proposal_is_short check (length(line) between 1 and 300 and length(reason) between 1 and 500),
  constraint decided_proposal_is_dated check ((state = 'waiting') = (decided_at is null)),
  constraint nobody_approves_their_own_proposal check (state <> 'approved' or decided_by <> proposed_by)
);
create unique index proposal_waits_once on search.lexicon_proposals (verb, kind, line) where state = 'waiting';
create index lexicon_proposals_by_age on search.lexicon_proposals (proposed_at desc);
grant select, insert, update on search.lexicon_proposals to hirfa_app;

-- Questions that found nothing, or only without some of their words, with the words nobody knew; for
-- the staff who look after the lexicon. Nothing says who asked.
create table search.missed_questions (
  question text collate "C" not null,
  day date not null,
  shown text not null,
  asked integer not null,
  found_nothing boolean not null,
  unknown text[] not null,
  constraint missed_questions_pkey primary key (day, question),
  constraint missed_question_was_asked check (asked > 0)
);
grant select, insert, update, delete on search.missed_questions to hirfa_app;
