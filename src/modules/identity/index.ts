export * from './identity-errors.ts';
export * from './identity-facts.ts';
export { requireRole, requireVerified } from './identity-policy.ts';
export { createAdmin } from './joining/create-admin.ts';
export { type RegisterMemberInput, registerMember } from './joining/register-member.ts';
export { resendVerification } from './joining/resend-verification.ts';
export { signUp, type SignUpInput } from './joining/sign-up.ts';
export { verifyEmail } from './joining/verify-email.ts';
export { isRole, type Member, type MemberCard, readerOf, type Role, roles } from './member.ts';
export { ownPath } from './own-path.ts';
export {
  contactOf,
  findMemberByHandle,
  getMember,
  memberCards,
  membersSeenSince,
} from './member-store.ts';
export { changePassword } from './passwords/change-password.ts';
export { hashPassword } from './passwords/password-hash.ts';
export { requestPasswordReset } from './passwords/request-password-reset.ts';
export { resetPassword } from './passwords/reset-password.ts';
export { updateProfile } from './profile/update-profile.ts';
export { updateSettings } from './profile/update-settings.ts';
export { authenticate } from './signing-in/authenticate.ts';
export { revokeOtherSessions } from './signing-in/revoke-other-sessions.ts';
export { revokeSession } from './signing-in/revoke-session.ts';
export { sessionCookie, sessionCookieName } from './signing-in/session-cookie.ts';
export { signIn } from './signing-in/sign-in.ts';
export { signOut } from './signing-in/sign-out.ts';
export { followVisitors, type SignedIn } from './signing-in/visitor-cache.ts';
export { getStaffCard } from './staff/get-staff-card.ts';
export { grantRole } from './staff/grant-role.ts';
export { listMembers } from './staff/list-members.ts';
export { revokeRole } from './staff/revoke-role.ts';
