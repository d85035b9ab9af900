import { aMember, aPublishedService } from '#catalogue/testing';
import { getSellableService, pauseService } from '#catalogue';
import { newId } from '#platform/context';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { most } from '../collection.ts';
import { getOwnCollection, getVisible } from '../collection-policy.ts';
import { findCollection, listHouse, listOwn } from '../collection-store.ts';
import { showCollection } from '../show-collection.ts';
import { addItem } from './add-item.ts';
import { addNeed } from './add-need.ts';
import { moveItem } from './move-item.ts';
import { removeCollection } from './remove-collection.ts';
import { removeItem } from './remove-item.ts';
import { removeNeed } from './remove-need.ts';
import { startCollection } from './start-collection.ts';
import { updateCollection } from './update-collection.ts';

const world = await aWorld();
const { ctx } = world;
const ownerId = await aMember(world, 'ريم');
const owner = world.as(ownerId);
const other = world.as(await aMember(world, 'غريب'));
const admin = world.as(await aMember(world, 'محرر'), ['admin']);
const input = { titleAr: 'متجري', titleEn: '', noteAr: '', noteEn: '', isPublic: false };

async function aService(basePriceMinor = 1_500n) {
  const sold = await aPublishedService(world, { input: { basePriceMinor } });
  const { number } = await getSellableService(ctx, sold.serviceId);
  return { ...sold, number };
}

const aCollection = async (change: object = {}) =>
  (await startCollection(owner, { kind: 'member', input: { ...input, ...change } })).collectionId;
const whole = async (collectionId: string) => (await findCollection(ctx, { collectionId }))!;

describe('a member’s collection', () => {
  it('keeps services in an order with notes, each once', async () => {
    const collectionId = await aCollection();
    const [a, b] = [await aService(), await aService()];
    await Promise.all(
      [1, 2, 3].map(() => addItem(owner, { collectionId, number: a.number, note: 'أولًا' })),
    );
    await addItem(owner, { collectionId, number: b.number, note: '' });
    await moveItem(owner, { collectionId, serviceId: b.serviceId });
    await moveItem(owner, { collectionId, serviceId: b.serviceId });
    const { items } = await whole(collectionId);
    expect(items.map(({ serviceId, note }) => [serviceId, note])).toEqual([
      [b.serviceId, ''],
      [a.serviceId, 'أولًا'],
    ]);
    await removeItem(owner, { collectionId, serviceId: a.serviceId });
    await removeItem(owner, { collectionId, serviceId: a.serviceId });
    expect((await whole(collectionId)).items).toHaveLength(1);
    expect((await listOwn(ctx, ownerId))[0]).toMatchObject({ size: 1, firstIds: [b.serviceId] });
    await removeCollection(owner, { collectionId });
    expect(await findCollection(ctx, { collectionId })).toBeUndefined();
  });

  it('is seen by others only when it is public', async () => {
    const collectionId = await aCollection();
    const { number } = await whole(collectionId);
    await expect(getVisible(world.stranger, number)).rejects.toBeInstanceOf(NotFound);
    expect(await getVisible(owner, number)).toMatchObject({ collectionId });
    await updateCollection(owner, {
      collectionId,
      input: { ...input, titleAr: 'لغيري', isPublic: true },
    });
    expect(await getVisible(world.stranger, number)).toMatchObject({
      titleAr: 'لغيري',
      titleEn: 'لغيري',
    });
    for (const wrong of [0, -1, 1.5, Number.NaN, 9e9]) {
      await expect(getVisible(owner, wrong)).rejects.toBeInstanceOf(NotFound);
    }
  });

  it('hides what cannot be bought now, and says so', async () => {
    const collectionId = await aCollection();
    const [a, b] = [await aService(), await aService()];
    for (const { number } of [a, b]) await addItem(owner, { collectionId, number, note: '' });
    await pauseService(world.as(a.sellerId), a);
    const shown = await showCollection(ctx, await whole(collectionId));
    expect([shown.items.map(({ card }) => card.number), shown.hiddenCount]).toEqual([
      [b.number],
      1,
    ]);
  });

  it.each([
    [{ titleAr: ' ' }, { titleAr: 'required' }],
    [{ titleAr: 'ا'.repeat(81) }, { titleAr: 'too-long' }],
    [{ noteAr: 'ا'.repeat(501) }, { noteAr: 'too-long' }],
  ])('is refused: %j', async (change, fields) => {
    const act = startCollection(owner, { kind: 'member', input: { ...input, ...change } });
    await expect(act).rejects.toMatchObject({ fields });
  });

  it('refuses what is no service, and more than it holds', async () => {
    const collectionId = await aCollection();
    const add = (number: number, more: object = {}) =>
      addItem(owner, { collectionId, number, note: '', ...more });
    await expect(add(999_999)).rejects.toMatchObject({ code: 'no-such-service', status: 422 });
    await expect(add(Number.NaN)).rejects.toMatchObject({ code: 'no-such-service' });
    const { number } = await aService();
    await expect(add(number, { note: 'ا'.repeat(201) })).rejects.toMatchObject({
      fields: { note: 'too-long' },
    });
    await expect(add(number, { needId: newId(ctx) })).rejects.toBeInstanceOf(NotFound);
    await expect(
      addNeed(owner, { collectionId, titleAr: 'نطاق', titleEn: '' }),
    ).rejects.toBeInstanceOf(NotFound);
  });

  it('is one of at most fifty, also when two begin at once', async () => {
    const busy = world.as(await aMember(world));
    const start = () => startCollection(busy, { kind: 'member', input });
    for (let n = 1; n < most.collections; n += 1) await start();
    const outcomes = await Promise.allSettled([start(), start(), start()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(start()).rejects.toMatchObject({ code: 'too-many-collections' });
  });
});

describe('a bundle', () => {
  it('suggests services for each part of a need, with one total of the first of each', async () => {
    const { collectionId } = await startCollection(admin, {
      kind: 'bundle',
      input: { ...input, titleAr: 'أنشئ متجرك', titleEn: 'Start your shop', isPublic: true },
    });
    for (const titleAr of ['الشعار', 'نصوص المنتجات']) {
      await addNeed(admin, { collectionId, titleAr, titleEn: '' });
    }
    const [logo, texts] = (await whole(collectionId)).needs;
    const [a, b, c] = [await aService(1_000n), await aService(2_000n), await aService(2_500n)];
    await addItem(admin, { collectionId, number: a.number, note: '', needId: logo!.needId });
    await addItem(admin, { collectionId, number: b.number, note: '', needId: logo!.needId });
    await addItem(admin, { collectionId, number: c.number, note: '', needId: texts!.needId });
    const shown = await showCollection(ctx, await whole(collectionId));
    expect(shown.needs.map(({ items }) => items.length)).toEqual([2, 1]);
    expect(shown.totalMinor).toBe(3_500n);
    expect((await listHouse(ctx, { limit: 5 })).map((line) => line.collectionId)).toContain(
      collectionId,
    );
    await removeNeed(admin, { collectionId, needId: texts!.needId });
    expect((await whole(collectionId)).items).toHaveLength(2);
    await expect(addNeed(admin, { collectionId, titleAr: '', titleEn: '' })).rejects.toMatchObject({
      fields: { needAr: 'required' },
    });
  });
});

describe('who has no business with it', () => {
  const acts: [string, (who: typeof ctx, collectionId: string) => Promise<unknown>][] = [
    ['looks', (who, collectionId) => getOwnCollection(who, collectionId)],
    ['renames', (who, collectionId) => updateCollection(who, { collectionId, input })],
    ['removes', (who, collectionId) => removeCollection(who, { collectionId })],
    ['adds', (who, collectionId) => addItem(who, { collectionId, number: 1, note: '' })],
    ['takes out', (who, collectionId) => removeItem(who, { collectionId, serviceId: newId(ctx) })],
    ['moves', (who, collectionId) => moveItem(who, { collectionId, serviceId: newId(ctx) })],
    [
      'adds a need',
      (who, collectionId) => addNeed(who, { collectionId, titleAr: 'نطاق', titleEn: '' }),
    ],
    [
      'removes a need',
      (who, collectionId) => removeNeed(who, { collectionId, needId: newId(ctx) }),
    ],
  ];
  it.each(acts)('finds nothing when it %s', async (_what, act) => {
    const mine = await aCollection({ isPublic: true });
    const { collectionId: house } = await startCollection(admin, {
      kind: 'editor',
      input: { ...input, isPublic: true },
    });
    await expect(act(other, mine)).rejects.toBeInstanceOf(NotFound);
    await expect(act(admin, mine)).rejects.toBeInstanceOf(NotFound);
    await expect(act(owner, house)).rejects.toBeInstanceOf(NotFound);
    await expect(act(other, "' or 1=1")).rejects.toBeInstanceOf(NotFound);
    await expect(act(world.stranger, mine)).rejects.toMatchObject({ status: 401 });
    expect(await whole(mine)).toMatchObject({ titleAr: 'متجري' });
  });

  it('members begin none of the house', async () => {
    await expect(startCollection(owner, { kind: 'editor', input })).rejects.toBeInstanceOf(
      NotFound,
    );
    const act = startCollection(world.stranger, { kind: 'member', input });
    await expect(act).rejects.toMatchObject({ status: 401 });
  });
});
