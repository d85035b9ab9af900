import {
  Badge,
  DateTime,
  EmptyState,
  Form,
  Link,
  LinkButton,
  PageHead,
  Pagination,
  PostButton,
  Row,
  useReader,
  Wrap,
} from '#ui';
import { notificationsWords } from '../locales/index.ts';
import type { ShownNotice } from '../notice-lists.ts';
import { noticesPaths } from '../notices-paths.ts';

export interface NoticesView {
  notices: readonly ShownNotice[];
  page: number;
  pages: number;
  unread: number;
}

/** An unread notice is opened by a button: opening it marks it, and a visit by address changes nothing. */
function Title({ notice }: { notice: ShownNotice }) {
  const words = notificationsWords(useReader());
  if (!notice.unread) {
    return (
      <Link href={notice.href} class="notice-title">
        {notice.title}
      </Link>
    );
  }
  return (
    <Form action={noticesPaths.read(notice.noticeId)}>
      <button type="submit" class="notice-title notice-open">
        {notice.title}
      </button>{' '}
      <Badge tone="good">{words.newMark}</Badge>
    </Form>
  );
}

function Choices() {
  const words = notificationsWords(useReader()).choices;
  return (
    <LinkButton kind="quiet" size="small" icon="settings" href={noticesPaths.choices}>
      {words.title}
    </LinkButton>
  );
}

function NoticeRow({ notice }: { notice: ShownNotice }) {
  return (
    <li class={notice.unread ? 'notice notice-unread' : 'notice'}>
      <Title notice={notice} />
      <p class="notice-body" dir="auto">
        {notice.body}
      </p>
      <p class="mute">
        <DateTime at={notice.at} style="relative" />
      </p>
    </li>
  );
}

/** What happened, newest first, with what was not read yet. */
export function NoticesPage({ notices, page, pages, unread }: NoticesView) {
  const words = notificationsWords(useReader());
  const all = unread > 0 && (
    <PostButton action={noticesPaths.allRead} kind="secondary" size="small" icon="check">
      {words.readAll}
    </PostButton>
  );
  if (notices.length === 0) {
    return (
      <Wrap narrow>
        <PageHead title={words.title} actions={<Choices />} />
        <EmptyState
          title={words.empty}
          action={<LinkButton href="/categories">{words.browse}</LinkButton>}
        >
          <p>{words.emptyText}</p>
        </EmptyState>
      </Wrap>
    );
  }
  return (
    <Wrap narrow>
      <PageHead
        title={words.title}
        lead={words.unread(unread)}
        actions={
          <Row>
            {all}
            <Choices />
          </Row>
        }
      />
      <ul class="panel notice-list">
        {notices.map((notice) => (
          <NoticeRow key={notice.noticeId} notice={notice} />
        ))}
      </ul>
      <Pagination page={page} pageCount={pages} hrefFor={noticesPaths.page} />
    </Wrap>
  );
}
