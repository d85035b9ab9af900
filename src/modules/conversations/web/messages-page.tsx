import { trustPaths } from '#trust';
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
  Tabs,
  usePage,
  Wrap,
} from '#ui';
import { talkPaths } from '../conversation-paths.ts';
import { conversationsWords } from '../locales/index.ts';

/** A conversation in the list, whatever it is about. */
export interface Line {
  thread: ThreadLine;
  other: MemberCard;
  kind: 'order' | 'service';
  title: string;
  href: string;
}

/** Every conversation of a member, with its last message and what is new. */
export function MessagesPage(props: { lines: readonly Line[]; viewerId: string; spam: boolean }) {
  const { lines, viewerId, spam } = props;
  const words = conversationsWords(usePage().reader).list;
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        lead={words.lead}
        actions={
          <>
            <LinkButton kind="secondary" size="small" icon="settings" href={talkPaths.habits}>
              {words.habits}
            </LinkButton>
            <LinkButton kind="quiet" size="small" href={trustPaths.cases}>
              {words.masked}
            </LinkButton>
          </>
        }
      />
      <Tabs
        label={words.tabs}
        items={[
          { href: talkPaths.list, label: words.all, current: !spam },
          { href: talkPaths.spam, label: words.spam, current: spam },
        ]}
      />
      {lines.length === 0 ? (
        <EmptyState
          title={spam ? words.noneSpam : words.none}
          action={!spam && <LinkButton href="/categories">{words.browse}</LinkButton>}
        >
          {spam ? words.noneSpamText : words.noneText}
        </EmptyState>
      ) : (
        <Stack gap={2}>
          {lines.map((line) => (
            <OneThread key={line.href} line={line} viewerId={viewerId} />
          ))}
        </Stack>
      )}
    </Wrap>
  );
}

function OneThread({ line, viewerId }: { line: Line; viewerId: string }) {
  const words = conversationsWords(usePage().reader).list;
  const { thread, other } = line;
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
        <span class="mute">{words[line.kind]}: </span>
        <Link href={line.href}>
          <Bdi>{line.title}</Bdi>
        </Link>
      </p>
      <p class="mute" dir="auto">
        {thread.lastSenderId === viewerId && <>{words.you} </>}
        {thread.lastBody === '' ? words.file : thread.lastBody}
      </p>
      {thread.unread > 0 && (
        <Badge tone="info" icon="message-circle">
          {words.unread(thread.unread)}
        </Badge>
      )}
    </Panel>
  );
}
