import type { Role } from '#identity';
import {
  Badge,
  Icon,
  type IconName,
  Link,
  PageHead,
  Row,
  Stack,
  type Tone,
  useReader,
  Wrap,
} from '#ui';
import type { DeskFigures } from '../desks.report.ts';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';

interface Desk {
  role: Role;
  href: string;
  icon: IconName;
  title: string;
  text: string;
  figure?: { tone: Tone; text: string };
}

/** Where the staff begins: one door a desk, with what waits there. */
export function StaffPage(props: { roles: readonly string[]; figures: DeskFigures }) {
  const words = operationsWords(useReader()).staff;
  const desks = useDesks(props.figures).filter(
    ({ role }) => props.roles.includes(role) || props.roles.includes('admin'),
  );
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        <Row>
          <span class="mute">{words.roles}</span>
          {props.roles.map((role) => (
            <Badge key={role}>{words.roleNames[role] ?? role}</Badge>
          ))}
        </Row>
        <ul class="door-grid">
          {desks.map((desk) => (
            <li key={desk.href} class="door">
              <Icon name={desk.icon} />
              <Link href={desk.href}>{desk.title}</Link>
              <p class="mute">{desk.text}</p>
              {desk.figure && <Badge tone={desk.figure.tone}>{desk.figure.text}</Badge>}
            </li>
          ))}
        </ul>
      </Stack>
    </Wrap>
  );
}

function useDesks(figures: DeskFigures): Desk[] {
  const words = operationsWords(useReader()).staff;
  return [
    ...reviewersDesks(words, figures),
    ...supportDesks(words, figures),
    ...otherDesks(words, figures),
  ];
}

type Words = ReturnType<typeof operationsWords>['staff'];

function reviewersDesks(words: Words, { waitingReviews }: DeskFigures): Desk[] {
  return [
    {
      role: 'reviewer',
      href: '/staff/reviews',
      icon: 'search-check',
      title: words.reviews,
      text: words.reviewsText,
      figure: { tone: waitingReviews > 0 ? 'warn' : 'good', text: words.waiting(waitingReviews) },
    },
    {
      role: 'reviewer',
      href: '/staff/search',
      icon: 'search',
      title: words.searchWords,
      text: words.searchWordsText,
    },
  ];
}

function supportDesks(words: Words, figures: DeskFigures): Desk[] {
  return [
    {
      role: 'support',
      href: '/staff/members',
      icon: 'users',
      title: words.members,
      text: words.membersText,
    },
    {
      role: 'support',
      href: '/staff/orders',
      icon: 'package',
      title: words.orders,
      text: words.ordersText,
    },
    {
      role: 'support',
      href: '/staff/review-appeals',
      icon: 'flag',
      title: words.appeals,
      text: words.appealsText,
      figure: {
        tone: figures.waitingAppeals > 0 ? 'warn' : 'good',
        text: words.waiting(figures.waitingAppeals),
      },
    },
    {
      role: 'support',
      href: '/staff/contact',
      icon: 'shield-check',
      title: words.contact,
      text: words.contactText,
      figure: {
        tone: figures.waitingContact > 0 ? 'warn' : 'good',
        text: words.waiting(figures.waitingContact),
      },
    },
    {
      role: 'support',
      href: '/staff/disputes',
      icon: 'gavel',
      title: words.disputes,
      text: words.disputesText,
    },
  ];
}

function otherDesks(words: Words, { ledgerOk }: DeskFigures): Desk[] {
  const ledger =
    ledgerOk === undefined
      ? words.ledgerUnchecked
      : ledgerOk
        ? words.ledgerFine
        : words.ledgerDiffers;
  return [
    {
      role: 'admin',
      href: '/staff/ranking',
      icon: 'sliders-horizontal',
      title: words.weights,
      text: words.weightsText,
    },
    {
      role: 'admin',
      href: '/staff/collections',
      icon: 'layers',
      title: words.collections,
      text: words.collectionsText,
    },
    {
      role: 'finance',
      href: operationsPaths.ledger,
      icon: 'landmark',
      title: words.ledger,
      text: words.ledgerText,
      figure: { tone: ledgerOk ? 'good' : ledgerOk === false ? 'danger' : 'neutral', text: ledger },
    },
  ];
}
