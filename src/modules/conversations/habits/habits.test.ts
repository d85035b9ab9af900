import { aMember } from '#catalogue/testing';
import { InvalidInput, NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { TooManyQuickReplies } from '../conversation-errors.ts';
import { findHabits, listQuickReplies } from './habit-store.ts';
import { removeQuickReply } from './remove-quick-reply.ts';
import { saveHabits } from './save-habits.ts';
import { saveQuickReply } from './save-quick-reply.ts';

const world = await aWorld();
const memberId = await aMember(world);
const member = world.as(memberId);

describe('what is said for a member', () => {
  it('is kept, and changed', async () => {
    await saveHabits(member, { automaticReply: ' أجيبك اليوم ', awayReply: '', awayUntil: null });
    expect(await findHabits(world.ctx, memberId)).toEqual({
      automaticReply: 'أجيبك اليوم',
      awayReply: '',
      awayUntil: null,
    });
  });

  it.each([
    ['long words', { automaticReply: 'س'.repeat(1_001) }],
    ['an absence without words', { awayUntil: new Date('2099-01-01') }],
    ['an absence that is over', { awayReply: 'غائب', awayUntil: new Date('2000-01-01') }],
  ])('refuses %s', async (_name, change) => {
    const habits = { automaticReply: '', awayReply: '', awayUntil: null, ...change };
    await expect(saveHabits(member, habits)).rejects.toThrow(InvalidInput);
  });
});

describe('quick replies', () => {
  it('are kept once, at most twenty, and removed by their owner alone', async () => {
    await saveQuickReply(member, { body: 'أهلًا بك' });
    await saveQuickReply(member, { body: 'أهلًا بك' });
    const [first, ...more] = await listQuickReplies(world.ctx, memberId);
    expect(more).toEqual([]);
    const other = world.as(await aMember(world));
    await expect(removeQuickReply(other, first!.replyId)).rejects.toThrow(NotFound);
    await expect(removeQuickReply(member, 'x')).rejects.toThrow(NotFound);
    for (let n = 1; n < 20; n += 1) await saveQuickReply(member, { body: `رد ${n}` });
    await expect(saveQuickReply(member, { body: 'رد آخر' })).rejects.toThrow(TooManyQuickReplies);
    await removeQuickReply(member, first!.replyId);
    expect(await listQuickReplies(world.ctx, memberId)).toHaveLength(19);
    await expect(saveQuickReply(member, { body: ' ' })).rejects.toThrow(InvalidInput);
  });
});
