import { requireMember } from '#platform/context';
import {
  type Answer,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { formatNumber } from '#platform/i18n';
import { notificationsWords } from '../locales/index.ts';
import { countUnreadNotices, listNotices } from '../notice-lists.ts';
import { noticeTopic } from '../notice-stream.ts';
import { noticesPaths } from '../notices-paths.ts';
import { readAllNotices } from '../read-all-notices.ts';
import { readNotice } from '../read-notice.ts';
import { NoticesPage } from './notices.page.tsx';

const members = { access: 'member' } as const;

const MOST = 99;

/** Tells an open page how many notices are unread, as often as that changes. */
function live({ ctx, live: word, query }: HttpRequest): Answer {
  const memberId = requireMember(ctx);
  return {
    kind: 'events',
    open(send) {
      const tell = async () => {
        const count = await countUnreadNotices(ctx, memberId);
        const shown = formatNumber(ctx.reader, Math.min(count, MOST));
        const text = count > MOST ? `${shown}+` : count > 0 ? shown : '';
        send('unread', { text, label: notificationsWords(ctx.reader).unread(count) });
      };
      const hear = () => void tell().catch((err: unknown) => ctx.log.warn({ err }, 'bell'));
      const ends = [word.onGap(hear), word.subscribe(noticeTopic(memberId), hear)];
      // A page that comes back into sight has missed what was said meanwhile.
      if (query.now !== undefined) hear();
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

/** The in-app list. */
export const noticesRoutes: Route[] = [
  get(noticesPaths.list, members, async ({ ctx, query }) => {
    const found = await listNotices(ctx, { page: Math.trunc(Number(query.page)) || 1 });
    const unread = await countUnreadNotices(ctx, requireMember(ctx));
    const { title } = notificationsWords(ctx.reader);
    return page({ title, noindex: true }, <NoticesPage {...found} unread={unread} />);
  }),
  get(noticesPaths.live, { access: 'member', notAPage: 'a stream of events' }, live),
  post(noticesPaths.allRead, members, async ({ ctx }) => {
    await readAllNotices(ctx);
    return seeOther(noticesPaths.list, { flash: { tone: 'good', code: 'notices-all-read' } });
  }),
  post(noticesPaths.read(':noticeId'), members, async ({ ctx, params }) => {
    const { href } = await readNotice(ctx, { noticeId: params.noticeId ?? '' });
    return seeOther(href);
  }),
];
