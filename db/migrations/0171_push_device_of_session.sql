-- The session in which a browser said that it takes pushes: when that session ends, the browser is
-- forgotten. Browsers of before have none and go on until they say so again.
alter table notifications.push_devices add column session_id uuid;
create index push_devices_of_session on notifications.push_devices (session_id) where session_id is not null;
