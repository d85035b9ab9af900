import { type Ctx, inTransaction, newId, requireMember } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { sql } from 'kysely';
import { isPushService } from './push-service.ts';

export interface NewDevice {
  endpoint: string;
  /** The browser's public key: 65 bytes of an uncompressed P-256 point, base64url. */
  p256dh: string;
  /** 16 secret bytes, base64url. */
  auth: string;
  name: string;
  /** The session of the browser: with its end the browser is forgotten. */
  sessionId?: string;
}

const KEPT = 10;
const POINT_BYTES = 65;
const UNCOMPRESSED = 4;
const AUTH_BYTES = 16;

/**
 * Lets a browser of the member take pushes; the same browser again is the same device, and belongs to who
 * signed in last. Of a member's browsers the newest 10 are kept. Refuses SignInRequired, and InvalidInput
 * for an address or keys that no browser's maker gave.
 */
export async function addDevice(ctx: Ctx, device: NewDevice): Promise<void> {
  const memberId = requireMember(ctx);
  const { endpoint, p256dh, auth, sessionId = null } = device;
  const point = Buffer.from(p256dh, 'base64url');
  const sound =
    endpoint.length <= 1_000 &&
    isPushService(endpoint, ctx.site) &&
    point.length === POINT_BYTES &&
    point[0] === UNCOMPRESSED &&
    Buffer.from(auth, 'base64url').length === AUTH_BYTES;
  if (!sound) throw new InvalidInput({ endpoint: 'invalid' });
  await inTransaction(ctx, async (tx) => {
    await sql`insert into notifications.push_devices (id, member_id, endpoint, p256dh, auth, name, session_id,
        at)
      values (${newId(tx)}, ${memberId}, ${endpoint}, ${p256dh}, ${auth}, ${device.name.slice(0, 100)},
        ${sessionId}, ${tx.clock.now()})
      on conflict (endpoint) do update set member_id = excluded.member_id, p256dh = excluded.p256dh,
        auth = excluded.auth, name = excluded.name,
        session_id = excluded.session_id, at = excluded.at`.execute(tx.db);
    await sql`delete from notifications.push_devices where member_id = ${memberId} and id not in
      (select id from notifications.push_devices where member_id = ${memberId}
        order by at desc, id desc limit ${KEPT})`.execute(tx.db);
  });
}
