import { randomUUID } from 'node:crypto';
import { listActs } from '#audit';
import { inTransaction } from '#platform/context';
import { InvalidInput, NotFound, SignInRequired } from '#platform/refusals';
import { DAY_MS, HOUR_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { ContactKind } from '../contact/contact-part.ts';
import { ContactCaseDecided, TalkIsPaused } from '../trust-errors.ts';
import { contactMasks } from './contact-masks.ts';
import { decideContact } from './decide-contact.ts';
import { getOwnCase, listContactDesk, listOwnCases } from './list-contact-cases.ts';
import { objectToContact } from './object-to-contact.ts';
import { type ContactToRecord, recordContact } from './record-contact.ts';
import { refuseWhilePaused } from './refuse-while-paused.ts';

const world = await aWorld();
const support = () => world.as(randomUUID(), ['support']);

function aTalk() {
  const [memberId, otherId, subjectId] = [randomUUID(), randomUUID(), randomUUID()];
  const write = async (changes: Partial<ContactToRecord> & { kind?: ContactKind } = {}) => {
    const { kind = 'phone', ...rest } = changes;
    const messageId = randomUUID();
    const parts = [{ from: 0, to: 10, kind }];
    const found = { memberId, otherId, place: 'talk' as const, subjectId, messageId, parts };
    await inTransaction(world.ctx, (tx) =>
      recordContact(tx, { ...found, body: '0551234567', automatic: false, ...rest }),
    );
    const writer = world.as(rest.memberId ?? memberId);
    return (await listOwnCases(writer)).cases.find((one) => one.messageId === messageId)!;
  };
  return { memberId, otherId, subjectId, member: world.as(memberId), write };
}
type Talk = ReturnType<typeof aTalk>;
const isMasked = async (messageId: string) =>
  (await contactMasks(world.ctx, [messageId])).has(messageId);
const pausedFor = async (talk: Talk) => {
  const { pausedUntil } = await listOwnCases(talk.member);
  return pausedUntil && pausedUntil.getTime() - world.clock.now().getTime();
};
async function steps(talk: Talk, times: number) {
  const taken = [];
  for (let n = 0; n < times; n += 1) taken.push((await talk.write()).step);
  return taken;
}

describe('the ladder', () => {
  it('masks, then warns, then turns messages off for two days, then calls the staff', async () => {
    const talk = aTalk();
    expect(await steps(talk, 2)).toEqual(['masked', 'warned']);
    await refuseWhilePaused(world.ctx, talk.memberId);
    expect(await steps(talk, 1)).toEqual(['paused']);
    expect(await pausedFor(talk)).toBe(48 * HOUR_MS);
    await expect(refuseWhilePaused(world.ctx, talk.memberId)).rejects.toThrow(TalkIsPaused);
    world.clock.advance(48 * HOUR_MS);
    await refuseWhilePaused(world.ctx, talk.memberId);
    expect(await steps(talk, 2)).toEqual(['review', 'review']);
    const { waiting } = await listContactDesk(support());
    expect(waiting.filter(({ memberId }) => memberId === talk.memberId)).toHaveLength(2);
  });

  it('is climbed one step a message, ten at the same moment', async () => {
    const talk = aTalk();
    const all = await Promise.all(Array.from({ length: 10 }, () => talk.write()));
    const count = (step: string) => all.filter((one) => one.step === step).length;
    expect(['masked', 'warned', 'paused', 'review'].map(count)).toEqual([1, 1, 1, 7]);
  });

  it.each([
    ['a link alone', { kind: 'link' }],
    ['a name alone', { kind: 'handle' }],
    ['an automatic reply', { automatic: true }],
  ] as const)('is not climbed by %s, which is masked all the same', async (_name, changes) => {
    const talk = aTalk();
    for (let n = 0; n < 4; n += 1) {
      const found = await talk.write(changes);
      expect(found).toMatchObject({ step: 'masked', counts: false });
      expect(await isMasked(found.messageId)).toBe(true);
    }
    expect(await steps(talk, 1)).toEqual(['masked']);
  });

  it('forgets after 180 days', async () => {
    const talk = aTalk();
    await steps(talk, 2);
    world.clock.advance(180 * DAY_MS);
    expect(await steps(talk, 1)).toEqual(['masked']);
  });

  it('warns the one who asks, not the one who is asked', async () => {
    const talk = aTalk();
    const answered = { memberId: talk.otherId, otherId: talk.memberId };
    expect((await talk.write()).counts).toBe(true);
    world.clock.advance(60_000);
    const first = await talk.write(answered);
    expect(first).toMatchObject({ step: 'masked', counts: false });
    expect(await isMasked(first.messageId)).toBe(true);
    world.clock.advance(60_000);
    expect((await talk.write(answered)).counts).toBe(true);
    const elsewhere = { ...answered, subjectId: randomUUID() };
    expect((await talk.write(elsewhere)).counts).toBe(true);
  });

  it('does not excuse an answer a week later', async () => {
    const talk = aTalk();
    await talk.write();
    world.clock.advance(8 * DAY_MS);
    const later = await talk.write({ memberId: talk.otherId, otherId: talk.memberId });
    expect(later.counts).toBe(true);
  });
});

describe('an objection', () => {
  it('waits for the staff before an order, and is one however often it is sent', async () => {
    const talk = aTalk();
    const { caseId, messageId } = await talk.write();
    const object = () => objectToContact(talk.member, { caseId, reason: 'رقم عينة في التصميم' });
    await Promise.all([object(), object(), object()]);
    expect(await getOwnCase(talk.member, caseId)).toMatchObject({
      objection: 'رقم عينة في التصميم',
      believed: false,
    });
    expect(await isMasked(messageId)).toBe(true);
    const { waiting } = await listContactDesk(support());
    expect(waiting.filter((one) => one.caseId === caseId)).toHaveLength(1);
  });

  it('is believed in a paid order, until one was found wrong', async () => {
    const talk = aTalk();
    const first = await talk.write({ place: 'order' });
    await objectToContact(talk.member, { caseId: first.caseId, reason: 'يُكتب على البطاقة' });
    expect(await isMasked(first.messageId)).toBe(false);
    expect((await talk.write({ place: 'order' })).step).toBe('masked');
    const decision = { caseId: first.caseId, lift: false, reason: 'رقمه الخاص' };
    await decideContact(support(), decision);
    expect(await isMasked(first.messageId)).toBe(true);
    const next = await talk.write({ place: 'order' });
    expect(next.step).toBe('paused');
    await objectToContact(talk.member, { caseId: next.caseId, reason: 'خطأ' });
    expect(await isMasked(next.messageId)).toBe(true);
  });

  it('is its writer’s alone', async () => {
    const talk = aTalk();
    const { caseId } = await talk.write();
    const reason = 'خطأ';
    await expect(objectToContact(world.stranger, { caseId, reason })).rejects.toThrow(
      SignInRequired,
    );
    for (const id of [talk.otherId, randomUUID()]) {
      const other = world.as(id, ['support']);
      await expect(objectToContact(other, { caseId, reason })).rejects.toThrow(NotFound);
      await expect(getOwnCase(other, caseId)).rejects.toThrow(NotFound);
    }
    for (const wrong of ['x', randomUUID()]) {
      await expect(objectToContact(talk.member, { caseId: wrong, reason })).rejects.toThrow(
        NotFound,
      );
    }
    const long = { caseId, reason: 'س'.repeat(1_001) };
    await expect(objectToContact(talk.member, long)).rejects.toThrow(InvalidInput);
  });
});

describe('the decision', () => {
  const reason = 'رقم عينة';

  it('that lifts shows the message, takes the strike back and what followed from it', async () => {
    const talk = aTalk();
    await steps(talk, 2);
    const third = await talk.write();
    await objectToContact(talk.member, { caseId: third.caseId, reason: 'خطأ' });
    expect(await pausedFor(talk)).toBe(48 * HOUR_MS);
    const staff = support();
    await decideContact(staff, { caseId: third.caseId, lift: true, reason });
    expect(await isMasked(third.messageId)).toBe(false);
    expect(await pausedFor(talk)).toBeUndefined();
    expect((await talk.write()).step).toBe('paused');
    const acts = await listActs(world.ctx, { subjectKind: 'member', subjectId: talk.memberId });
    expect(acts[0]).toMatchObject({ verb: 'trust.decide-contact', reason });
    expect(await getOwnCase(talk.member, third.caseId)).toMatchObject({
      outcome: 'lifted',
      decisionReason: reason,
    });
  });

  it('is one, whoever of the staff is faster', async () => {
    const talk = aTalk();
    const { caseId } = await talk.write();
    await objectToContact(talk.member, { caseId, reason: 'خطأ' });
    const both = await Promise.allSettled(
      [true, false].map((lift) => decideContact(support(), { caseId, lift, reason })),
    );
    const refused = both.filter((one) => one.status === 'rejected');
    expect(refused.map((one) => one.reason)).toEqual([expect.any(ContactCaseDecided)]);
    await expect(objectToContact(talk.member, { caseId, reason: 'خطأ' })).rejects.toThrow(
      ContactCaseDecided,
    );
  });

  it.each([
    ['a member', (talk: Talk) => talk.member],
    ['the one it was written to', (talk: Talk) => world.as(talk.otherId, ['support'])],
    ['its writer, of the staff', (talk: Talk) => world.as(talk.memberId, ['admin'])],
    ['a reviewer of services', () => world.as(randomUUID(), ['reviewer', 'finance', 'ads'])],
    ['a stranger', () => world.stranger],
  ])('is refused to %s', async (_name, who) => {
    const talk = aTalk();
    const { caseId } = await talk.write();
    await objectToContact(talk.member, { caseId, reason: 'خطأ' });
    await expect(decideContact(who(talk), { caseId, lift: true, reason })).rejects.toThrow(
      NotFound,
    );
  });

  it('needs a reason, and something that waits', async () => {
    const talk = aTalk();
    const { caseId } = await talk.write();
    const decide = (changes: object) =>
      decideContact(support(), { caseId, lift: true, reason, ...changes });
    await expect(decide({ reason: ' ' })).rejects.toThrow(InvalidInput);
    await expect(decide({})).rejects.toThrow(NotFound);
    await expect(decide({ caseId: 'x' })).rejects.toThrow(NotFound);
    await expect(listContactDesk(talk.member)).rejects.toThrow(NotFound);
    await expect(listContactDesk(world.stranger)).rejects.toThrow(NotFound);
  });

  it.each([
    ["update trust.contact_cases set outcome = 'lifted'", /contact_decision_is_whole/],
    ["update trust.contact_cases set step = 'review'", /denied/],
    ['update trust.contact_cases set believed = true', /is_believed/],
    [
      `update trust.contact_cases set outcome = 'lifted', decided_by = member_id, decided_at = at,
        decision_reason = 'x', objected_at = at, objection = ''`,
      /nobody_decides_their_own/,
    ],
    ['delete from trust.contact_cases', /denied/],
  ])('is not written past the action: %s', async (statement, why) => {
    await aTalk().write();
    await expect(sql.raw(statement).execute(world.ctx.db)).rejects.toThrow(why);
  });
});
