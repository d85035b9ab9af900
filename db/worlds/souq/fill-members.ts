import { hashPassword, registerMember } from '#identity';
import type { Ctx } from '#platform/context';
import { addDays } from '#platform/time';
import { setStanding } from '#trust';
import { siteAt } from './act.ts';
import { buyers, sellers } from './content/members.ts';
import type { MemberContent } from './content/shapes.ts';

/** The one password of everybody in the demonstration. */
export const DEMO_PASSWORD = 'hirfa-demo-1447';

export interface Person {
  memberId: string;
  content: MemberContent;
  joinedAt: Date;
}

export interface People {
  sellers: Map<string, Person>;
  buyers: Person[];
  reviewerId: string;
  supportId: string;
}

const staff = [
  {
    login: 'reviewer',
    displayName: 'مراجع الخدمات',
    handle: 'hirfa-reviewer',
    roles: ['reviewer'],
  },
  { login: 'admin', displayName: 'إدارة حِرفة', handle: 'hirfa-admin', roles: ['admin'] },
  { login: 'support', displayName: 'دعم حِرفة', handle: 'hirfa-support', roles: ['support'] },
  { login: 'finance', displayName: 'مالية حِرفة', handle: 'hirfa-finance', roles: ['finance'] },
] as const;

/** Registers everybody at the day they joined; the first seller and buyer carry the named logins. */
export async function fillMembers(ctx: Ctx, present: Date): Promise<People> {
  const passwordHash = await hashPassword(DEMO_PASSWORD, ctx.random);
  const join = async (content: MemberContent, login: string): Promise<Person> => {
    const joinedAt = addDays(present, -content.joinedDaysAgo);
    const { memberId } = await registerMember(siteAt(ctx, joinedAt, content.handle), {
      email: `${login}@souq.example`,
      passwordHash,
      displayName: content.displayName,
      handle: content.handle,
      headline: content.headline,
      bio: content.bio,
      skills: content.skills,
      languages: content.languages,
      country: content.country,
      timeZone: content.timeZone,
      locale: 'ar',
      joinedAt,
    });
    return { memberId, content, joinedAt };
  };
  const people: People = { sellers: new Map(), buyers: [], reviewerId: '', supportId: '' };
  for (const member of staff) {
    const { memberId } = await registerMember(siteAt(ctx, addDays(present, -400), member.login), {
      email: `${member.login}@souq.example`,
      passwordHash,
      displayName: member.displayName,
      handle: member.handle,
      locale: 'ar',
      joinedAt: addDays(present, -400),
      roles: member.roles,
    });
    if (member.login === 'reviewer') people.reviewerId = memberId;
    if (member.login === 'support') people.supportId = memberId;
  }
  for (const [index, seller] of sellers.entries()) {
    const person = await join(seller, index === 0 ? 'seller' : seller.handle);
    people.sellers.set(seller.handle, person);
    if (seller.level !== 'new') {
      await setStanding(siteAt(ctx, addDays(person.joinedAt, 1), `standing:${seller.handle}`), {
        memberId: person.memberId,
        level: seller.level,
        reason: 'سجلّ البائع قبل افتتاح السوق',
      });
    }
  }
  for (const [index, buyer] of buyers.entries()) {
    people.buyers.push(await join(buyer, index === 0 ? 'buyer' : buyer.handle));
  }
  return people;
}
