import type { Role } from '#identity';
import { aMember, PASSWORD } from '#identity/testing';
import type { Browser } from './browser.ts';
import type { TestServer } from './server.ts';
import type { World } from './world.ts';

/** Everybody who visits: members of the market, one of each staff role, nobody. The unverified one can not sign in yet. */
export type Person =
  | 'stranger'
  | 'buyer'
  | 'seller'
  | 'other'
  | 'unverified'
  | 'reviewer'
  | 'support'
  | 'finance'
  | 'admin';

export const STAFF = ['reviewer', 'support', 'finance', 'admin'] as const satisfies readonly Role[];

export interface People {
  memberId(person: Exclude<Person, 'stranger'>): string;
  email(person: Exclude<Person, 'stranger'>): string;
  /** Signs in through the form; call after the clock stands where the visits begin. */
  signIn(server: TestServer, person: Person): Promise<Browser>;
}

// Names that a narrow page has to bear: long, without a place to break, of the other direction.
const NAMES: Record<Exclude<Person, 'stranger'>, string> = {
  buyer: 'Abdulrahman-Mohammedsaleh-AlqahtaniAldosari-Co',
  seller: 'ليلى مراد',
  other: 'سامي الحكيم',
  unverified: 'هند الفارسي',
  reviewer: 'رنا المراجِعة',
  support: 'كريم المساند',
  finance: 'هدى المحاسبة',
  admin: 'نادر المدير',
};

/** The members, verified but for the one whose name says it. */
export async function somePeople(world: World): Promise<People> {
  const members = new Map<string, { memberId: string; email: string }>();
  for (const [person, displayName] of Object.entries(NAMES)) {
    const role = STAFF.find((one) => one === person);
    const made = await aMember(world, {
      displayName,
      handle: `the-${person}`,
      headline: 'أصمم الهويات وأكتب المحتوى',
      bio: 'أعمل وحدي من صفاقس، وأسلّم في الموعد.',
      skills: ['تصميم', 'Illustrator'],
      languages: ['ar', 'en'],
      country: 'TN',
      emailVerified: person !== 'unverified',
      roles: role ? [role] : [],
    });
    members.set(person, made);
  }
  const known = (person: string) => {
    const member = members.get(person);
    if (!member) throw new Error(`nobody is called ${person}`);
    return member;
  };
  return {
    memberId: (person) => known(person).memberId,
    email: (person) => known(person).email,
    async signIn(server, person) {
      const browser = server.browser();
      if (person === 'stranger') return browser;
      await browser.get('/sign-in');
      const { email } = known(person);
      const answer = await browser.post('/sign-in', { email, password: PASSWORD, next: '/' });
      if (answer.status !== 303) throw new Error(`${person} was not let in: ${answer.status}`);
      return browser;
    },
  };
}
