import { defineFact } from '#platform/facts';

/** Somebody has an account now; their email may still be unverified. */
export const memberRegistered = defineFact<{ memberId: string }>('identity.member-registered');

/** A sign-up named an email that already has an account. */
export const signUpRepeated = defineFact<{ memberId: string }>('identity.sign-up-repeated');

/** The first or a further verification mail is wanted; null when the email is unknown. */
export const verificationAsked = defineFact<{ memberId: string | null }>(
  'identity.verification-asked',
);

export const emailVerified = defineFact<{ memberId: string }>('identity.email-verified');

/** A reset was asked for; null when the email is unknown (the same work is done for both). */
export const passwordResetAsked = defineFact<{ memberId: string | null }>(
  'identity.password-reset-asked',
);

export const passwordChanged = defineFact<{ memberId: string }>('identity.password-changed');

/** Name, handle, headline, bio, skills, languages or country changed. */
export const profileChanged = defineFact<{ memberId: string }>('identity.profile-changed');

export const emailChangeAsked = defineFact<{ memberId: string }>('identity.email-change-asked');

export const emailChanged = defineFact<{ memberId: string; oldEmail: string }>(
  'identity.email-changed',
);

export const roleGranted = defineFact<{ memberId: string; role: string }>('identity.role-granted');

export const roleRevoked = defineFact<{ memberId: string; role: string }>('identity.role-revoked');
