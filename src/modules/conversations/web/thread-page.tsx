import { buyPath, servicePath } from '#catalogue';
import { MemberLine } from '#identity/ui';
import { Conversation, WriteMessage } from '#messaging/ui';
import { uploadsPath } from '#media';
import {
  Banner,
  Bdi,
  Breadcrumbs,
  Disclosure,
  Link,
  LinkButton,
  PageHead,
  Panel,
  PostButton,
  Row,
  Stack,
  usePage,
  WithAside,
  Wrap,
} from '#ui';
import { talkPaths } from '../conversation-paths.ts';
import { conversationsWords } from '../locales/index.ts';
import { NotSent, Paused } from './closed-talk.tsx';
import { Deals } from './offers/deals.tsx';
import type { ThreadView } from './thread-view.ts';

interface ViewProps {
  view: ThreadView;
}

/**
 * A conversation before an order. With JavaScript new messages come in by themselves and older ones
 * are put in place (at most 200 in the document); without it the same links and forms do.
 */
export function ThreadPage({ view }: ViewProps) {
  const page = usePage();
  const words = conversationsWords(page.reader);
  const path = talkPaths.thread(view.conversationId);
  return (
    <Wrap>
      <div
        data-island="thread"
        data-source={page.href(`${path}/live`)}
        data-typing={page.href(`${path}/typing`)}
      >
        <PageHead
          title={words.thread.title(`\u2068${view.other.displayName}\u2069`)}
          crumbs={
            <Breadcrumbs
              items={[
                { label: words.list.title, href: talkPaths.list },
                { label: view.other.displayName },
              ]}
            />
          }
        />
        <WithAside aside={<About view={view} />}>
          <Stack gap={4}>
            {view.spam && <Banner tone="info">{words.thread.isSpam}</Banner>}
            {view.closed && (
              <Banner tone="warn">
                {view.blocking ? words.thread.blocking : words.thread.closed}
              </Banner>
            )}
            {view.pausedUntil && <Paused until={view.pausedUntil} />}
            <Panel id="conversation">
              <Talk view={view} />
            </Panel>
          </Stack>
        </WithAside>
      </div>
    </Wrap>
  );
}

function Talk({ view }: ViewProps) {
  const words = conversationsWords(usePage().reader).thread;
  const { conversationId, messages, olderBefore, newerAfter } = view;
  const path = talkPaths.thread(conversationId);
  const failure = view.failure?.form === 'message' ? view.failure : undefined;
  const isOpen = !view.closed && !view.pausedUntil;
  return (
    <>
      <Conversation
        messages={messages}
        viewerId={view.ownId}
        names={view.names}
        fileHref={(fileId) => talkPaths.file(conversationId, fileId)}
        olderHref={olderBefore === undefined ? undefined : `${path}?before=${olderBefore}`}
        newerHref={newerAfter === undefined ? undefined : `${path}?after=${newerAfter}`}
      />
      <p class="mute thread-typing" data-typing-note aria-live="polite" hidden>
        {words.typing(`\u2068${view.other.displayName}\u2069`)}
      </p>
      <p class="field-hint" data-waiting-note role="status" hidden>
        {words.waiting}
      </p>
      {!isOpen && failure && <NotSent why={failure.errors.text} values={failure.values} />}
      {isOpen && (
        <>
          <WriteMessage
            action={talkPaths.part(conversationId, 'messages')}
            idempotencyKey={view.formKey}
            uploads={{ endpoint: uploadsPath, field: 'upload' }}
            errors={failure?.errors}
            values={failure?.values}
          />
          <QuickReplies view={view} />
          <p class="field-hint">{words.safety}</p>
        </>
      )}
    </>
  );
}

/** Saved replies: a press puts one into the message; without JavaScript they are there to copy. */
function QuickReplies({ view }: ViewProps) {
  const words = conversationsWords(usePage().reader).thread;
  return (
    <Disclosure summary={words.quick}>
      <ul class="quick-replies">
        {view.quickReplies.map(({ replyId, body }) => (
          <li key={replyId}>
            <button type="button" class="btn btn-secondary btn-small" data-quick-reply={body}>
              <bdi>{body}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <Link href={talkPaths.habits}>{words.saveQuick}</Link>
    </Disclosure>
  );
}

function About({ view }: ViewProps) {
  const words = conversationsWords(usePage().reader).thread;
  const { service, conversationId, blocking, spam } = view;
  const flip = (on: boolean) => ({ on: on ? 'no' : 'yes' });
  return (
    <Stack gap={4}>
      <Panel title={words.about}>
        <Stack>
          <p>
            <Link href={servicePath(service.number, service.title)}>
              <Bdi>{service.title}</Bdi>
            </Link>
          </p>
          <MemberLine member={view.other} />
          {view.side === 'buyer' && service.sellable && (
            <LinkButton block href={buyPath(service.serviceId)}>
              {words.buy}
            </LinkButton>
          )}
        </Stack>
      </Panel>
      <Deals view={view} />
      <Disclosure summary={words.manage}>
        <Row>
          <PostButton
            kind="secondary"
            size="small"
            action={talkPaths.part(conversationId, 'spam')}
            fields={flip(spam)}
          >
            {spam ? words.notSpam : words.spam}
          </PostButton>
          <PostButton
            kind="secondary"
            size="small"
            action={talkPaths.part(conversationId, 'block')}
            fields={flip(blocking)}
          >
            {blocking ? words.unblock : words.block}
          </PostButton>
        </Row>
      </Disclosure>
    </Stack>
  );
}
