import type { MemberCard } from '#identity';
import { MemberAvatar } from '#identity/ui';
import type { ThreadLine } from '#messaging';
import {
  Badge,
  Bdi,
  DateTime,
  EmptyState,
  Link,
  LinkButton,
  PageHead,
  Panel,
  Row,
  Stack,
  usePage,
  Wrap,
} from '#ui';
import { ordersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import type { Order } from '../order-row.ts';

interface Line {
  thread: ThreadLine;
  order: Order;
  other: MemberCard;
}

/** Every conversation of a member, with its last message and what is new. */
export function MessagesPage({ lines, viewerId }: { lines: readonly Line[]; viewerId: string }) {
  const all = ordersWords(usePage().reader);
  const words = all.messages;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      {lines.length === 0 ? (
        <EmptyState
          title={words.none}
          action={<LinkButton href="/orders">{all.lists.buying}</LinkButton>}
        >
          {words.noneText}
        </EmptyState>
      ) : (
        <Stack gap={2}>
          {lines.map((line) => (
            <OneThread key={line.order.orderId} {...line} viewerId={viewerId} />
          ))}
        </Stack>
      )}
    </Wrap>
  );
}

function OneThread({ thread, order, other, viewerId }: Line & { viewerId: string }) {
  const words = ordersWords(usePage().reader);
  return (
    <Panel>
      <Row between>
        <span class="member-line">
          <MemberAvatar member={other} size="small" />
          <strong>
            <Bdi>{other.displayName}</Bdi>
          </strong>
        </span>
        <DateTime at={thread.lastAt} style="relative" class="mute" />
      </Row>
      <p>
        <Link href={`${orderPath(order.orderId)}#conversation`}>
          <Bdi>{order.title}</Bdi>
        </Link>
      </p>
      <p class="mute" dir="auto">
        {thread.lastSenderId === viewerId && <>{words.messages.you} </>}
        {thread.lastBody === '' ? words.messages.file : thread.lastBody}
      </p>
      {thread.unread > 0 && (
        <Badge tone="info" icon="message-circle">
          {words.lists.unread(thread.unread)}
        </Badge>
      )}
    </Panel>
  );
}
