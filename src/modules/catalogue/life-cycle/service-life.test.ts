import { sql } from 'kysely';
import { NotFound } from '#platform/refusals';
import { setStanding } from '#trust';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { saveService } from '../editing/save-service.ts';
import { startService } from '../editing/start-service.ts';
import { getSellableService } from '../selling/get-sellable-service.ts';
import { countScopes } from '../listing/count-scopes.ts';
import { listPage } from '../listing/list-cards.ts';
import { approveService } from '../reviewing/approve-service.ts';
import { rejectService } from '../reviewing/reject-service.ts';
import { findService } from '../service-store.ts';
import {
  aDraftService,
  allDeclared,
  aMember,
  aPublishedService,
  aServiceInput,
  aSubmittedService,
} from '../testing/index.ts';
import { archiveService } from './archive-service.ts';
import { pauseService } from './pause-service.ts';
import { restoreService } from './restore-service.ts';
import { resumeService } from './resume-service.ts';
import { submitService } from './submit-service.ts';
import { withdrawService } from './withdraw-service.ts';

const world = await aWorld();
const other = await aMember(world, 'يوسف');
const reviewer = world.as(await aMember(world, 'مراجع'), ['reviewer']);
const second = world.as(await aMember(world, 'مراجعة'), ['reviewer']);
const stateOf = async (serviceId: string) => (await findService(world.ctx, serviceId))?.state;
const factsOf = async (serviceId: string) => {
  const { rows } = await sql<{ kind: string }>`select kind from platform.facts
    where payload->>'serviceId' = ${serviceId} `.execute(world.ctx.db);
  return rows.map((row) => row.kind);
};
const listed = async (serviceId: string) => {
  const { cards } = await listPage(world.stranger, {
    leafKey: 'logo-design',
    sort: 'newest',
    page: 1,
  });
  return cards.some((card) => card.serviceId === serviceId);
};

describe('the life of a service', () => {
  it('goes from a draft over a rejection to the lists', async () => {
    const { serviceId, sellerId, version } = await aDraftService(world);
    const seller = world.as(sellerId);
    expect(await listed(serviceId)).toBe(false);
    await submitService(seller, { serviceId, version, declarations: allDeclared });
    expect(await listed(serviceId)).toBe(false);
    await rejectService(reviewer, { serviceId, version, reasons: { title: 'وضّح ما تسلّمه' } });
    expect((await findService(world.ctx, serviceId))?.reviewNotes).toEqual({
      title: 'وضّح ما تسلّمه',
    });
    await submitService(seller, { serviceId, version, declarations: allDeclared });
    expect((await findService(world.ctx, serviceId))?.reviewNotes).toEqual({});
    await approveService(second, { serviceId, version });
    expect(await stateOf(serviceId)).toBe('published');
    expect(await listed(serviceId)).toBe(true);
    expect((await factsOf(serviceId)).sort()).toEqual([
      'catalogue.service-published',
      'catalogue.service-reviewed',
      'catalogue.service-reviewed',
      'catalogue.service-submitted',
      'catalogue.service-submitted',
    ]);
    const history = await sql<{ verb: string; actor: string }>`select verb, actor
      from catalogue.service_history where service_id = ${serviceId} order by id`.execute(
      world.ctx.db,
    );
    expect(history.rows.map((row) => row.verb)).toEqual([
      'start',
      'edit',
      'submit',
      'reject',
      'submit',
      'approve',
    ]);
  });

  it('is paused, resumed and archived, and the lists and counts follow', async () => {
    const { serviceId, sellerId } = await aPublishedService(world);
    const seller = world.as(sellerId);
    const before = (await countScopes(world.ctx)).get('logo-design') ?? 0;
    await pauseService(seller, { serviceId });
    expect(await listed(serviceId)).toBe(false);
    expect((await countScopes(world.ctx)).get('logo-design')).toBe(before - 1);
    expect((await getSellableService(world.ctx, serviceId)).sellable).toBe(false);
    await resumeService(seller, { serviceId });
    expect(await listed(serviceId)).toBe(true);
    expect((await countScopes(world.ctx)).get('logo-design')).toBe(before);
    await archiveService(seller, { serviceId });
    expect(await listed(serviceId)).toBe(false);
    await restoreService(seller, { serviceId });
    expect(await stateOf(serviceId)).toBe('draft');
  });

  it('is withdrawn from the reviewers', async () => {
    const { serviceId, sellerId, version } = await aSubmittedService(world);
    await withdrawService(world.as(sellerId), { serviceId });
    await expect(approveService(reviewer, { serviceId, version })).rejects.toMatchObject({
      code: 'service-moved',
      details: { state: 'draft' },
    });
  });
});

describe('an act in the wrong state', () => {
  it.each([
    ['pause a draft', aDraftService, pauseService],
    ['resume a published one', aPublishedService, resumeService],
    ['withdraw a draft', aDraftService, withdrawService],
    ['restore a published one', aPublishedService, restoreService],
  ])('is refused: %s', async (...[, given, act]) => {
    const { serviceId, sellerId } = await given(world);
    await expect(act(world.as(sellerId), { serviceId })).rejects.toMatchObject({
      code: 'service-moved',
    });
  });

  it('is refused the second time: a double click has one effect', async () => {
    const { serviceId, sellerId, version } = await aDraftService(world);
    const seller = world.as(sellerId);
    const submit = () => submitService(seller, { serviceId, version, declarations: allDeclared });
    const outcomes = await Promise.allSettled([submit(), submit(), submit()]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
  });
});

describe('who is not the seller', () => {
  const acts: [string, (ctx: typeof world.ctx, serviceId: string) => Promise<unknown>][] = [
    [
      'saves',
      (ctx, serviceId) => saveService(ctx, { serviceId, version: 2, input: aServiceInput() }),
    ],
    [
      'submits',
      (ctx, serviceId) => submitService(ctx, { serviceId, version: 2, declarations: allDeclared }),
    ],
    ['withdraws', (ctx, serviceId) => withdrawService(ctx, { serviceId })],
    ['pauses', (ctx, serviceId) => pauseService(ctx, { serviceId })],
    ['resumes', (ctx, serviceId) => resumeService(ctx, { serviceId })],
    ['archives', (ctx, serviceId) => archiveService(ctx, { serviceId })],
    ['restores', (ctx, serviceId) => restoreService(ctx, { serviceId })],
    ['approves', (ctx, serviceId) => approveService(ctx, { serviceId, version: 2 })],
    [
      'rejects',
      (ctx, serviceId) =>
        rejectService(ctx, { serviceId, version: 2, reasons: { title: 'سبب كافٍ' } }),
    ],
  ];

  it.each(acts)('finds nothing when another member %s', async (_name, act) => {
    const { serviceId } = await aSubmittedService(world);
    await expect(act(world.as(other), serviceId)).rejects.toBeInstanceOf(NotFound);
    expect(await stateOf(serviceId)).toBe('pending_review');
  });

  it.each(acts)('is refused when a stranger %s', async (_name, act) => {
    const { serviceId } = await aSubmittedService(world);
    const code = /^(not-found|sign-in-required)$/;
    await expect(act(world.stranger, serviceId)).rejects.toMatchObject({
      code: expect.stringMatching(code),
    });
    expect(await stateOf(serviceId)).toBe('pending_review');
  });

  it.each(acts)('finds nothing under a guessed id when a member %s', async (_name, act) => {
    await expect(act(world.as(other), "1' or '1'='1")).rejects.toBeInstanceOf(NotFound);
  });
});

describe('submitting', () => {
  it.each(['ownText', 'ownWorks', 'noOutsideContact'])('needs the declaration %s', async (name) => {
    const { serviceId, sellerId, version } = await aDraftService(world);
    const declarations = { ...allDeclared, [name]: false };
    const act = submitService(world.as(sellerId), { serviceId, version, declarations });
    await expect(act).rejects.toMatchObject({ code: 'declarations-missing', status: 422 });
  });

  it('tells what an incomplete draft lacks', async () => {
    const { serviceId, sellerId, version } = await aDraftService(world, {
      input: { description: '' },
    });
    const act = submitService(world.as(sellerId), {
      serviceId,
      version,
      declarations: allDeclared,
    });
    await expect(act).rejects.toMatchObject({ fields: { description: 'required' } });
  });

  it('is refused over the number of services of the level, also when two go at once', async () => {
    const sellerId = await aMember(world);
    for (let n = 0; n < 5; n += 1) await aPublishedService(world, { sellerId });
    const [first, last] = [
      await aDraftService(world, { sellerId }),
      await aDraftService(world, { sellerId }),
    ];
    const submit = ({ serviceId, version }: typeof first) =>
      submitService(world.as(sellerId), { serviceId, version, declarations: allDeclared });
    const outcomes = await Promise.allSettled([submit(first), submit(last)]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'too-many-services', details: { limit: 6 } });
    await setStanding(world.ctx, { memberId: sellerId, level: 'active', reason: 'بلغ المستوى' });
    const left = outcomes[0]?.status === 'rejected' ? first : last;
    await submit(left);
    expect(await stateOf(left.serviceId)).toBe('pending_review');
  });

  it('stops at twenty unfinished services', async () => {
    const sellerId = await aMember(world);
    const start = () =>
      startService(world.as(sellerId), { title: 'تصميم شعار بسيط', leafKey: 'logo-design' });
    for (let n = 0; n < 20; n += 1) await start();
    await expect(start()).rejects.toMatchObject({ code: 'too-many-drafts' });
  });
});

describe('two reviewers at once', () => {
  it('one decides, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { serviceId, version } = await aSubmittedService(world);
      const outcomes = await Promise.allSettled([
        approveService(reviewer, { serviceId, version }),
        rejectService(second, { serviceId, version, reasons: { title: 'سبب كافٍ' } }),
      ]);
      const [refused] = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      expect(refused?.reason).toMatchObject({ code: 'service-moved' });
    }
  });

  it('nobody decides on their own service, nor on a version they did not read', async () => {
    const { serviceId, sellerId, version } = await aSubmittedService(world);
    const own = world.as(sellerId, ['reviewer']);
    await expect(approveService(own, { serviceId, version })).rejects.toMatchObject({
      code: 'own-service-review',
    });
    const input = aServiceInput({ title: 'تصميم هوية كاملة لمشروعك' });
    await saveService(world.as(sellerId), { serviceId, version, input });
    await expect(approveService(reviewer, { serviceId, version })).rejects.toMatchObject({
      code: 'service-edited',
    });
    expect(await stateOf(serviceId)).toBe('pending_review');
  });

  it.each([{}, { title: '' }, { title: 'لا' }, { unknown: 'سبب كافٍ' }])(
    'a rejection without a reason is refused: %j',
    async (reasons) => {
      const { serviceId, version } = await aSubmittedService(world);
      await expect(rejectService(reviewer, { serviceId, version, reasons })).rejects.toMatchObject({
        code: 'reason-missing',
      });
    },
  );
});

describe('editing a published service', () => {
  it('sells a new price at once, as a new version', async () => {
    const { serviceId, sellerId, version } = await aPublishedService(world);
    const sold = await getSellableService(world.ctx, serviceId);
    const kept = sold.upgrades.map(({ upgradeId, title, priceMinor, daysDelta }) => ({
      upgradeId,
      title,
      priceMinor,
      daysDelta,
    }));
    const input = aServiceInput({ basePriceMinor: 2_000n, upgrades: kept });
    expect(await saveService(world.as(sellerId), { serviceId, version, input })).toBe(
      'passed-at-once',
    );
    const after = await getSellableService(world.ctx, serviceId);
    expect(after).toMatchObject({ basePriceMinor: 2_000n, version: version + 1, sellable: true });
    expect(after.upgrades).toEqual(sold.upgrades);
    const { rows } = await sql<{ old: boolean; new: boolean }>`select
      catalogue.is_sellable(${serviceId}, ${version}) as old,
      catalogue.is_sellable(${serviceId}, ${version + 1}) as new`.execute(world.ctx.db);
    expect(rows).toEqual([{ old: false, new: true }]);
    expect(await listed(serviceId)).toBe(true);
  });

  it('is refused from a page that is out of date', async () => {
    const { serviceId, sellerId, version } = await aPublishedService(world);
    const input = aServiceInput({ basePriceMinor: 500n });
    const save = () => saveService(world.as(sellerId), { serviceId, version, input });
    const outcomes = await Promise.allSettled([save(), save()]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    await expect(save()).rejects.toMatchObject({ code: 'service-edited' });
  });

  it('refuses pictures of somebody else', async () => {
    const { serviceId, sellerId, version } = await aDraftService(world);
    const input = aServiceInput({ imageIds: ['01a2076b-4400-7b00-8d6f-dad2d148cf70'] });
    const act = saveService(world.as(sellerId), { serviceId, version, input });
    await expect(act).rejects.toMatchObject({ fields: { images: 'invalid' } });
  });
});
