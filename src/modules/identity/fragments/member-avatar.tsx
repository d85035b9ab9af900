import { Avatar } from '#ui';
import type { MemberCard } from '../member.ts';

/** A member's initial on a colour of their own; the name stands beside it. */
export function MemberAvatar(props: {
  member: Pick<MemberCard, 'memberId' | 'displayName'>;
  size?: 'small' | 'normal' | 'large';
}) {
  const { memberId, displayName } = props.member;
  return <Avatar name={displayName} seed={memberId} size={props.size} />;
}
