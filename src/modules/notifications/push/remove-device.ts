import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { forgetDevice } from './push-device-store.ts';

/** The member takes a browser of theirs out of the list. Refuses SignInRequired, NotFound. */
export async function removeDevice(ctx: Ctx, deviceId: string): Promise<void> {
  const memberId = requireMember(ctx);
  if (!isUuid(deviceId) || !(await forgetDevice(ctx, { deviceId, memberId }))) throw new NotFound();
}
