import { Bdi, Link } from '#ui';
import type { ComponentChildren } from 'preact';
import type { MemberCard } from '../member.ts';
import { MemberAvatar } from './member-avatar.tsx';

/** Avatar and name in a line; `href` makes the name a link, `children` stand after it. */
export function MemberLine(props: {
  member: MemberCard;
  href?: string;
  size?: 'small' | 'normal' | 'large';
  children?: ComponentChildren;
}) {
  const { member, href, size = 'small', children } = props;
  const name = <Bdi>{member.displayName}</Bdi>;
  return (
    <span class="member-line">
      <MemberAvatar member={member} size={size} />
      {href ? <Link href={href}>{name}</Link> : name}
      {children}
    </span>
  );
}
