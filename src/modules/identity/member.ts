import type { Digits, Locale, Reader } from '#platform/i18n';

/** A person with an account: buyer and seller at once (SPEC 1.2). */
export interface Member {
  memberId: string;
  displayName: string;
  /** Latin letters, digits and hyphens; the address of their page. */
  handle: string;
  headline: string;
  bio: string;
  skills: readonly string[];
  /** ISO 639 codes. */
  languages: readonly string[];
  /** ISO 3166 code. */
  country: string | undefined;
  timeZone: string;
  locale: Locale;
  digits: Digits;
  calendar: Reader['calendar'];
  emailVerified: boolean;
  joinedAt: Date;
  lastSeenAt: Date | undefined;
}

/** What a list shows of a member. */
export interface MemberCard {
  memberId: string;
  displayName: string;
  handle: string;
}

/** What staff may be besides members, least privilege first (SPEC 1.3). */
export type Role = 'reviewer' | 'support' | 'finance' | 'ads' | 'admin';

export const roles: readonly Role[] = ['reviewer', 'support', 'finance', 'ads', 'admin'];

/** Whether the text names a role. */
export function isRole(text: string): text is Role {
  return (roles as readonly string[]).includes(text);
}

/** How this member reads: language, zone, digits, calendar. */
export function readerOf(member: Pick<Member, keyof Reader>): Reader {
  const { locale, timeZone, digits, calendar } = member;
  return { locale, timeZone, digits, calendar };
}
