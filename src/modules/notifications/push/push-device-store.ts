import type { Ctx } from '#platform/context';
import { sql } from 'kysely';

/** A browser that takes pushes. */
export interface PushDevice {
  deviceId: string;
  memberId: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  /** As its owner knows it: «Chrome · Android». */
  name: string;
  at: Date;
}

const COLUMNS = sql`id as "deviceId", member_id as "memberId", endpoint, p256dh, auth, name, at`;

/** The browsers of a member, the newest first. Asks no policy. */
export async function listDevices(ctx: Ctx, memberId: string): Promise<PushDevice[]> {
  const { rows } = await sql<PushDevice>`select ${COLUMNS} from notifications.push_devices
    where member_id = ${memberId} order by at desc, id desc`.execute(ctx.db);
  return rows;
}

/** One browser; undefined when it is gone. */
export async function findDevice(ctx: Ctx, deviceId: string): Promise<PushDevice | undefined> {
  const { rows } = await sql<PushDevice>`select ${COLUMNS} from notifications.push_devices
    where id = ${deviceId}`.execute(ctx.db);
  return rows[0];
}

/** Forgets a browser; with a member given only when it is theirs. Answers whether it was there. */
export async function forgetDevice(
  ctx: Ctx,
  { deviceId, memberId = null }: { deviceId: string; memberId?: string | null },
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`delete from notifications.push_devices
    where id = ${deviceId} and (${memberId}::uuid is null or member_id = ${memberId}::uuid)`.execute(
    ctx.db,
  );
  return numAffectedRows > 0n;
}
