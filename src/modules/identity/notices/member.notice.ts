import { defineNotice } from '#notifications';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import type { Role } from '../member.ts';

/** The first notice of a verified member. */
export const welcomeNotice = defineNotice<Record<string, never>>({
  kind: 'identity.welcome',
  email: false,
  words: (_locale, _params, reader) => identityWords(reader).notices.welcome,
  href: () => identityPaths.profileSettings,
});

/** A role of the staff was given or taken away. */
export const roleNotice = defineNotice<{ role: Role; change: 'granted' | 'revoked' }>({
  kind: 'identity.role-changed',
  email: true,
  words: (_locale, { role, change }, reader) => {
    const words = identityWords(reader);
    return { title: words.notices.role[change](words.roles[role]), body: words.notices.role.body };
  },
  href: () => identityPaths.settings,
});
