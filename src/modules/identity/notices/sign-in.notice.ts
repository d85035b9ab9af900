import { defineNotice } from '#notifications';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';

/**
 * The link that verifies an email; a secret, so it lives in mail only. Nothing that was typed at
 * sign-up stands in it: whoever typed it may not own the address.
 */
export const verifyEmailNotice = defineNotice<{ token: string }>({
  kind: 'identity.verify-email',
  email: true,
  mailOnly: true,
  words: (_locale, _params, reader) => identityWords(reader).notices.verify,
  href: ({ token }) => identityPaths.verifyEmailLink(token),
});

/** To the owner of an email that somebody signed up with again. */
export const signUpRepeatedNotice = defineNotice<Record<string, never>>({
  kind: 'identity.sign-up-repeated',
  email: true,
  mailOnly: true,
  words: (_locale, _params, reader) => identityWords(reader).notices.repeated,
  href: () => identityPaths.resetPassword,
});

/** The link to a new password; a secret, so it lives in mail only. */
export const resetPasswordNotice = defineNotice<{ token: string }>({
  kind: 'identity.reset-password',
  email: true,
  mailOnly: true,
  words: (_locale, _params, reader) => identityWords(reader).notices.reset,
  href: ({ token }) => identityPaths.resetPasswordLink(token),
});

/** So that nobody's password changes without their knowing. */
export const passwordChangedNotice = defineNotice<Record<string, never>>({
  kind: 'identity.password-changed',
  email: true,
  words: (_locale, _params, reader) => identityWords(reader).notices.passwordChanged,
  href: () => identityPaths.security,
});

/** One of the two links of a change of email; a secret, so it lives in mail only. */
export const emailChangeNotice = defineNotice<{ newEmail: string; token: string }>({
  kind: 'identity.email-change',
  email: true,
  mailOnly: true,
  words: (_locale, { newEmail }, reader) => {
    const { title, body, action } = identityWords(reader).notices.emailChange;
    return { title, body: body(newEmail), action };
  },
  href: ({ token }) => identityPaths.emailChangeLink(token),
});

/** The email has changed; goes to the old address and into the list. */
export const emailChangedNotice = defineNotice<Record<string, never>>({
  kind: 'identity.email-changed',
  email: true,
  words: (_locale, _params, reader) => identityWords(reader).notices.emailChanged,
  href: () => identityPaths.settings,
});
