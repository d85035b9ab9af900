-- The delivery time that was shown when the payment began: another one is not sold without asking.
alter table checkout.purchases add column delivery_days integer;
