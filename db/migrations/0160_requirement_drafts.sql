-- What a buyer has begun to tell the seller: kept until it is sent, seen by the buyer alone (SPEC 15).
create table orders.requirement_drafts (
  order_id uuid not null references orders.orders,
  answers jsonb not null,
  note text not null,
  at timestamptz not null,
  constraint requirement_drafts_pkey primary key (order_id),
  constraint requirement_draft_is_bounded check (length(answers::text) <= 400000 and length(note) <= 5000)
);
grant select, insert, update, delete on orders.requirement_drafts to hirfa_app;
