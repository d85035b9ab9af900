import type { World } from '#test/world';
import { expect } from 'vitest';
import { saveService } from '../editing/save-service.ts';
import { inputOf, type ServiceInput } from '../editing/service-input.ts';
import { findService } from '../service-store.ts';
import { aMember, aPublishedService, type FixtureService } from './catalogue.fixture.ts';

/** A change that a reviewer must see. */
export const NEW = { title: 'تصميم هوية بصرية كاملة لمتجرك', deliveryDays: 7 };

/** A reviewer, and services on sale whose sellers write a next version. */
export async function revisionsIn(world: World) {
  const { ctx } = world;
  const reviewer = world.as(await aMember(world, 'مراجع'), ['reviewer']);
  const get = async (serviceId: string) => (await findService(ctx, serviceId))!;

  /** Saves the change from a form that shows the latest version. */
  async function edit({ serviceId, sellerId }: FixtureService, change: Partial<ServiceInput>) {
    const service = await get(serviceId);
    const from = service.revision?.content ?? inputOf(service);
    const version = service.revision?.version ?? service.version;
    return saveService(world.as(sellerId), { serviceId, version, input: { ...from, ...change } });
  }

  /** A service on sale whose next version waits. */
  async function aRevisedService(change: Partial<ServiceInput> = NEW) {
    const sold = await aPublishedService(world);
    expect(await edit(sold, change)).toBe('sent-to-review');
    const { revision } = await get(sold.serviceId);
    return { ...sold, next: revision!.version };
  }

  return { reviewer, get, edit, aRevisedService };
}
