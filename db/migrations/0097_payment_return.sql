-- Where a member was on the way to when a top-up interrupted them: the receipt leads back there.
alter table wallet.payments add column return_path text;
alter table wallet.payments add constraint payment_return_is_a_path
  check (return_path is null or (length(return_path) between 1 and 2000 and return_path like '/%'));
