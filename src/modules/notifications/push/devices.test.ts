import { createECDH, randomBytes, randomUUID } from 'node:crypto';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { addDevice, type NewDevice } from './add-device.ts';
import { listDevices } from './push-device-store.ts';
import { pushKeys } from './push-keys.ts';
import { isPushService } from './push-service.ts';
import { removeDevice } from './remove-device.ts';

const world = await aWorld();

function aDevice(more: Partial<NewDevice> = {}): NewDevice {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return {
    endpoint: `https://fcm.googleapis.com/fcm/send/${randomUUID()}`,
    p256dh: pair.getPublicKey('base64url'),
    auth: randomBytes(16).toString('base64url'),
    name: 'Chrome · Android',
    ...more,
  };
}

describe('a browser', () => {
  it('is one device however often it says so, and belongs to who signed in last', async () => {
    const [first, second] = [randomUUID(), randomUUID()];
    const device = aDevice();
    await addDevice(world.as(first), device);
    await addDevice(world.as(first), device);
    expect(await listDevices(world.ctx, first)).toHaveLength(1);
    await addDevice(world.as(second), device);
    expect(await listDevices(world.ctx, first)).toEqual([]);
    expect(await listDevices(world.ctx, second)).toHaveLength(1);
  });

  it('is taken out by its owner alone', async () => {
    const memberId = randomUUID();
    await addDevice(world.as(memberId), aDevice());
    const [{ deviceId } = { deviceId: '' }] = await listDevices(world.ctx, memberId);
    for (const id of [deviceId, 'x', randomUUID()]) {
      await expect(removeDevice(world.as(randomUUID()), id)).rejects.toMatchObject({ status: 404 });
    }
    await expect(removeDevice(world.stranger, deviceId)).rejects.toMatchObject({ status: 401 });
    await removeDevice(world.as(memberId), deviceId);
    expect(await listDevices(world.ctx, memberId)).toEqual([]);
  });

  it('pushes the oldest out when there are more than ten', async () => {
    const memberId = randomUUID();
    for (let index = 0; index < 12; index += 1) {
      world.clock.advance(1_000);
      await addDevice(world.as(memberId), aDevice({ name: `b${index}` }));
    }
    const names = (await listDevices(world.ctx, memberId)).map(({ name }) => name);
    expect([names.length, names[0], names.at(-1)]).toEqual([10, 'b11', 'b2']);
  });

  it.each<[string, Partial<NewDevice>]>([
    ['an address of this network', { endpoint: 'https://10.0.0.1/push' }],
    ['another site', { endpoint: 'https://example.com/push' }],
    ['a name that only ends alike', { endpoint: 'https://evilfcm.googleapis.com/x' }],
    ['a name that only begins alike', { endpoint: 'https://fcm.googleapis.com.example.com/x' }],
    ['a name before the sign', { endpoint: 'https://fcm.googleapis.com@10.0.0.1/x' }],
    ['no address', { endpoint: 'javascript:alert(1)' }],
    ['a very long address', { endpoint: `https://fcm.googleapis.com/${'x'.repeat(1_000)}` }],
    ['keys that are none', { p256dh: 'abc' }],
    ['a short secret', { auth: 'abc' }],
  ])('is refused with %s', async (_what, wrong) => {
    await expect(addDevice(world.as(randomUUID()), aDevice(wrong))).rejects.toMatchObject({
      status: 422,
    });
  });

  it('of a stranger is refused', async () => {
    await expect(addDevice(world.stranger, aDevice())).rejects.toMatchObject({ status: 401 });
  });
});

it('takes addresses of browsers’ makers; this machine only in a demonstration', () => {
  const site = { demo: false };
  expect(isPushService('https://web.push.apple.com/abc', site)).toBe(true);
  expect(isPushService('https://fcm.googleapis.com:444/abc', site)).toBe(false);
  expect(isPushService('http://localhost:9/abc', site)).toBe(false);
  expect(isPushService('http://localhost:9/abc', { demo: true })).toBe(true);
});

it('has the same keys in every process, and others on another site', () => {
  const other = { ...world.ctx, site: { ...world.ctx.site, secret: 'another' } };
  expect(pushKeys(world.ctx)).toEqual(pushKeys(world.ctx));
  expect(pushKeys(other).publicKey).not.toBe(pushKeys(world.ctx).publicKey);
  expect(Buffer.from(pushKeys(world.ctx).publicKey, 'base64url')).toHaveLength(65);
});
