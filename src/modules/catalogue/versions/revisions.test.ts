import { sql } from 'kysely';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { getSellableService } from '../selling/get-sellable-service.ts';
import { archiveService } from '../life-cycle/archive-service.ts';
import { pauseService } from '../life-cycle/pause-service.ts';
import { restoreService } from '../life-cycle/restore-service.ts';
import { resumeService } from '../life-cycle/resume-service.ts';
import { submitService } from '../life-cycle/submit-service.ts';
import { withdrawService } from '../life-cycle/withdraw-service.ts';
import { findPublicService } from '../listing/find-public-service.ts';
import { cardsOf } from '../listing/list-cards.ts';
import { listOwnServices } from '../listing/list-own-services.ts';
import { approveService } from '../reviewing/approve-service.ts';
import { listWaitingReviews } from '../reviewing/list-waiting-reviews.ts';
import { rejectService } from '../reviewing/reject-service.ts';
import { aMember, aPublishedService, aServiceInput } from '../testing/index.ts';
import { NEW, revisionsIn } from '../testing/revisions.fixture.ts';
import { dropRevision } from './drop-revision.ts';
import { findEdition } from './find-edition.ts';
import { listVersions } from './list-versions.ts';

const world = await aWorld();
const { ctx } = world;
const { reviewer, get, edit, aRevisedService } = await revisionsIn(world);
const second = world.as(await aMember(world, 'مراجعة'), ['reviewer']);
const other = world.as(await aMember(world, 'غريب'));
const isListed = async (serviceId: string) => (await cardsOf(ctx, [serviceId])).length === 1;

describe('a change of meaning', () => {
  it('waits for a reviewer while the old version is listed, found and sold', async () => {
    const { serviceId, sellerId, version, next } = await aRevisedService();
    expect(await isListed(serviceId)).toBe(true);
    const sold = await getSellableService(ctx, serviceId);
    expect(sold).toMatchObject({ version, sellable: true, deliveryDays: 3 });
    expect(await findPublicService(world.stranger, sold.number)).toMatchObject({ deliveryDays: 3 });
    const { waiting } = await listWaitingReviews(reviewer);
    expect(waiting.find((one) => one.serviceId === serviceId)).toMatchObject({
      title: NEW.title,
      revision: true,
    });
    const [line] = await listOwnServices(world.as(sellerId));
    expect(line).toMatchObject({ state: 'published', revisionState: 'pending_review' });
    expect(next).toBeGreaterThan(version);
  });

  it('becomes what is sold at the approval, under the number the reviewer read', async () => {
    const { serviceId, sellerId, version, next } = await aRevisedService({
      ...NEW,
      upgrades: [
        ...aServiceInput().upgrades,
        { title: 'ملف طباعة كبير', priceMinor: 500n, daysDelta: 0 },
      ],
    });
    await approveService(reviewer, { serviceId, version: next });
    const service = await get(serviceId);
    expect(service).toMatchObject({ ...NEW, version: next, edition: 2, state: 'published' });
    expect(service.revision).toBeUndefined();
    expect(service.upgrades).toHaveLength(3);
    expect((await cardsOf(ctx, [serviceId]))[0]).toMatchObject({ title: NEW.title });
    const { rows } = await sql<{ old: boolean; new: boolean }>`select
      catalogue.is_sellable(${serviceId}, ${version}) as old,
      catalogue.is_sellable(${serviceId}, ${next}) as new`.execute(ctx.db);
    expect(rows).toEqual([{ old: false, new: true }]);
    const kept = await listVersions(world.as(sellerId), service);
    expect(kept.map((one) => [one.version, one.edition, one.content.deliveryDays])).toEqual([
      [next, 2, 7],
      [version, 1, 3],
    ]);
    expect(await findEdition(ctx, { serviceId, version })).toMatchObject({
      edition: 1,
      current: false,
    });
    expect(await findEdition(ctx, { serviceId, version: next })).toMatchObject({
      edition: 2,
      current: true,
    });
    expect(await findEdition(ctx, { serviceId, version: 99 })).toBeUndefined();
    expect(await findEdition(ctx, { serviceId: 'x', version: 1 })).toBeUndefined();
  });

  it('is sent back with a reason at each field and sent again in one click', async () => {
    const { serviceId, sellerId, next } = await aRevisedService();
    await rejectService(reviewer, { serviceId, version: next, reasons: { days: 'وضّح سبب المدة' } });
    expect(await get(serviceId)).toMatchObject({
      state: 'published',
      reviewNotes: {},
      revision: { state: 'rejected', reviewNotes: { days: 'وضّح سبب المدة' } },
    });
    expect(await isListed(serviceId)).toBe(true);
    await submitService(world.as(sellerId), { serviceId, version: next });
    expect((await get(serviceId)).revision).toMatchObject({
      state: 'pending_review',
      reviewNotes: {},
    });
    await approveService(second, { serviceId, version: next });
    expect(await get(serviceId)).toMatchObject(NEW);
  });

  it('is taken back, written on and sent; or dropped', async () => {
    const revised = await aRevisedService();
    const { serviceId, sellerId, next } = revised;
    const seller = world.as(sellerId);
    await withdrawService(seller, { serviceId });
    await expect(approveService(reviewer, { serviceId, version: next })).rejects.toMatchObject({
      code: 'service-moved',
      details: { state: 'draft' },
    });
    expect(await edit(revised, { deliveryDays: 14 })).toBe('revision-saved');
    const { revision } = await get(serviceId);
    await submitService(seller, { serviceId, version: revision!.version });
    await dropRevision(seller, { serviceId });
    expect(await get(serviceId)).toMatchObject({ deliveryDays: 3, revision: undefined });
    await expect(dropRevision(seller, { serviceId })).rejects.toMatchObject({
      code: 'service-moved',
    });
    // A later one goes on counting: a reviewer's old page never names it.
    expect(await edit(revised, NEW)).toBe('sent-to-review');
    expect((await get(serviceId)).revision!.version).toBeGreaterThan(revision!.version);
  });

  it('approved while the service is paused waits with it', async () => {
    const { serviceId, sellerId, next } = await aRevisedService();
    const seller = world.as(sellerId);
    await pauseService(seller, { serviceId });
    await approveService(reviewer, { serviceId, version: next });
    expect(await get(serviceId)).toMatchObject({ state: 'paused', ...NEW });
    expect(await isListed(serviceId)).toBe(false);
    await resumeService(seller, { serviceId });
    expect((await cardsOf(ctx, [serviceId]))[0]).toMatchObject({ title: NEW.title });
  });

  it('goes with the service into the archive; what was sold stays known after it is written over', async () => {
    const revised = await aRevisedService();
    const { serviceId, sellerId, version } = revised;
    const seller = world.as(sellerId);
    await archiveService(seller, { serviceId });
    await restoreService(seller, { serviceId });
    expect(await get(serviceId)).toMatchObject({
      state: 'draft',
      deliveryDays: 3,
      revision: undefined,
    });
    await edit(revised, NEW);
    await edit(revised, { deliveryDays: 14 });
    const written = await get(serviceId);
    await submitService(seller, { serviceId, version: written.version });
    await approveService(reviewer, { serviceId, version: written.version });
    const kept = await listVersions(seller, await get(serviceId));
    expect(kept.map((one) => [one.edition, one.content.deliveryDays])).toEqual([
      [2, 14],
      [1, 3],
    ]);
    expect(kept[1]?.version).toBe(version);
  });
});

describe('at once', () => {
  it('of two reviewers one decides', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { serviceId, next } = await aRevisedService();
      const outcomes = await Promise.allSettled([
        approveService(reviewer, { serviceId, version: next }),
        rejectService(second, { serviceId, version: next, reasons: { title: 'سبب كافٍ' } }),
        approveService(second, { serviceId, version: next }),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    }
  });

  it('an edit and an approval: never is sold what no reviewer read', async () => {
    for (let round = 0; round < 4; round += 1) {
      const revised = await aRevisedService();
      const { serviceId, next } = revised;
      await Promise.allSettled([
        edit(revised, { deliveryDays: 30 }),
        approveService(reviewer, { serviceId, version: next }),
      ]);
      const { deliveryDays, edition } = await get(serviceId);
      expect([`3 days, edition 1`, `7 days, edition 2`]).toContain(
        `${deliveryDays} days, edition ${edition}`,
      );
    }
  });

  it('two sends of one form open one version', async () => {
    const sold = await aPublishedService(world);
    const outcomes = await Promise.allSettled([edit(sold, NEW), edit(sold, NEW), edit(sold, NEW)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('who has no business with it', () => {
  const acts: [
    string,
    (who: typeof other, serviceId: string, version: number) => Promise<unknown>,
  ][] = [
    ['withdraws', (who, serviceId) => withdrawService(who, { serviceId })],
    ['drops', (who, serviceId) => dropRevision(who, { serviceId })],
    ['submits', (who, serviceId, version) => submitService(who, { serviceId, version })],
    ['approves', (who, serviceId, version) => approveService(who, { serviceId, version })],
    [
      'rejects',
      (who, serviceId, version) =>
        rejectService(who, { serviceId, version, reasons: { title: 'سبب كافٍ' } }),
    ],
  ];
  it.each(acts)('finds nothing when it %s', async (_what, act) => {
    const { serviceId, next } = await aRevisedService();
    await expect(act(other, serviceId, next)).rejects.toBeInstanceOf(NotFound);
    await expect(act(world.stranger, serviceId, next)).rejects.toMatchObject({
      code: expect.stringMatching(/^(not-found|sign-in-required)$/),
    });
    expect((await get(serviceId)).revision).toMatchObject({
      state: 'pending_review',
      version: next,
    });
  });

  it('nobody approves their own', async () => {
    const { serviceId, sellerId, next } = await aRevisedService();
    await expect(
      approveService(world.as(sellerId, ['reviewer']), { serviceId, version: next }),
    ).rejects.toMatchObject({ code: 'own-service-review' });
  });
});
