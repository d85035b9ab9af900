-- What a payment is for, in the words the payer was shown: on the gateway's page and on the receipt.
alter table wallet.payments add column description text not null default '';
grant insert (description) on wallet.payments to hirfa_app;
