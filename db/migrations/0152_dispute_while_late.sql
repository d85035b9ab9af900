-- Once something was delivered nobody cancels alone (SPEC 5.5): a buyer whose seller then falls silent may
-- take the late order before a judge. Taken back, such a dispute returns to the work.
alter table orders.disputes add column while_working boolean not null default false;
