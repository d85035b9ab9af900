import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import type { Ctx } from '#platform/context';
import { addDevice } from '../push/add-device.ts';

/** A browser of the acting member that takes pushes. */
export async function aDevice(ctx: Ctx): Promise<void> {
  const pair = createECDH('prime256v1');
  await addDevice(ctx, {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}`,
    p256dh: pair.generateKeys('base64url'),
    auth: randomBytes(16).toString('base64url'),
    name: 'Chrome · Android',
  });
}
