import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/time';
import { aWorld } from '#test/world';
import { getMember, memberCards } from '../member-store.ts';
import { registerMember } from './register-member.ts';

const world = await aWorld();

describe('registering a member in one call', () => {
  it('keeps everything that was said', async () => {
    const joinedAt = addDays(world.clock.now(), -400);
    const { memberId } = await registerMember(world.ctx, {
      email: 'Yousef@Example.com',
      displayName: 'يوسف العمري',
      handle: 'yousef',
      headline: 'مترجم محلّف',
      bio: 'أعمل منذ تسع سنوات.',
      skills: ['ترجمة قانونية', 'تحرير'],
      languages: ['ar', 'en'],
      country: 'JO',
      timeZone: 'Asia/Amman',
      locale: 'en',
      digits: 'arab',
      calendar: 'islamic-umalqura',
      joinedAt,
      roles: ['reviewer'],
    });
    expect(await getMember(world.ctx, memberId)).toEqual({
      memberId,
      displayName: 'يوسف العمري',
      handle: 'yousef',
      headline: 'مترجم محلّف',
      bio: 'أعمل منذ تسع سنوات.',
      skills: ['ترجمة قانونية', 'تحرير'],
      languages: ['ar', 'en'],
      country: 'JO',
      timeZone: 'Asia/Amman',
      locale: 'en',
      digits: 'arab',
      calendar: 'islamic-umalqura',
      emailVerified: true,
      joinedAt,
      lastSeenAt: undefined,
    });
  });

  it('gives cards of many at once and leaves unknown ids out', async () => {
    const { memberId } = await registerMember(world.ctx, {
      email: 'card@example.com',
      displayName: 'سارة بن علي',
    });
    const cards = await memberCards(world.ctx, [memberId, memberId, 'nonsense']);
    expect([...cards.values()]).toEqual([
      { memberId, displayName: 'سارة بن علي', handle: 'sara-bn-aly' },
    ]);
  });

  it('a taken email or handle is the caller’s error', async () => {
    const first = { email: 'first@example.com', displayName: 'الأول', handle: 'first-one' };
    await registerMember(world.ctx, first);
    await expect(registerMember(world.ctx, { ...first, handle: 'other' })).rejects.toThrow('email');
    await expect(registerMember(world.ctx, { ...first, email: 'z@example.com' })).rejects.toThrow(
      'handle',
    );
  });
});
