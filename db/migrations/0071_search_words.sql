-- What the catalogue's words are: for the planner, for "did you mean", for suggestions.
create table search.terms (
  term text collate "C" not null,
  documents integer not null,
  titles integer not null,
  constraint terms_pkey primary key (term)
);
grant select, insert, update, delete, truncate on search.terms to hirfa_app;

create table search.vocabulary (
  surface text collate "C" not null,
  term text collate "C" not null,
  written text not null,
  documents integer not null,
  seq bigint generated always as identity,
  constraint vocabulary_pkey primary key (surface)
);
create index vocabulary_by_age on search.vocabulary (seq);
grant select, insert, update, delete on search.vocabulary to hirfa_app;
comment on column search.vocabulary.seq is 'Grows with each new word: a process that has read to one reads on from there.';

-- The best completions of every beginning of up to eight letters, ready to be read.
create table search.suggestions (
  prefix text collate "C" not null,
  place smallint not null,
  kind text collate "C" not null,
  label text not null,
  target text not null,
  services integer not null,
  folded text collate "C" not null,
  constraint suggestions_pkey primary key (prefix, place),
  constraint suggestion_kind_is_known check (kind in ('query', 'category', 'seller'))
);
grant select, insert, update, delete on search.suggestions to hirfa_app;

-- How often a question was asked on a day, and found something. Nothing says who asked.
create table search.popular_questions (
  question text collate "C" not null,
  day date not null,
  shown text not null,
  asked integer not null,
  services integer not null,
  constraint popular_questions_pkey primary key (day, question),
  constraint question_was_asked check (asked > 0)
);
grant select, insert, update, delete on search.popular_questions to hirfa_app;

-- What the staff adds to the lexicon's files, one line in the manner of a file each.
create table search.lexicon_additions (
  id uuid not null,
  kind text collate "C" not null,
  line text not null,
  state text collate "C" not null,
  added_by text not null,
  added_at timestamptz not null,
  ended_at timestamptz,
  constraint lexicon_additions_pkey primary key (id),
  constraint addition_kind_is_known check (kind in (
    'nouns', 'adjectives', 'agents', 'verbs', 'loans', 'brands', 'synonyms', 'stop', 'confusable')),
  constraint addition_state_is_known check (state in ('held', 'ended')),
  constraint addition_is_short check (length(line) between 1 and 300),
  constraint ended_addition_is_dated check ((state = 'ended') = (ended_at is not null))
);
create unique index addition_is_held_once on search.lexicon_additions (kind, line) where state = 'held';
grant select, insert, update on search.lexicon_additions to hirfa_app;
