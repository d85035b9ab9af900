export { MemberAvatar } from './fragments/member-avatar.tsx';
export { MemberLine } from './fragments/member-line.tsx';
