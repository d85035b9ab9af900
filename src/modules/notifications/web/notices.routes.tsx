import { requireMember } from '#platform/context';
import { get, page, post, type Route, seeOther } from '#platform/http';
import { notificationsWords } from '../locales/index.ts';
import { countUnreadNotices, listNotices } from '../notice-lists.ts';
import { noticesPaths } from '../notices-paths.ts';
import { readAllNotices } from '../read-all-notices.ts';
import { readNotice } from '../read-notice.ts';
import { NoticesPage } from './notices.page.tsx';

const members = { access: 'member' } as const;

/** The in-app list. */
export const noticesRoutes: Route[] = [
  get(noticesPaths.list, members, async ({ ctx, query }) => {
    const found = await listNotices(ctx, { page: Math.trunc(Number(query.page)) || 1 });
    const unread = await countUnreadNotices(ctx, requireMember(ctx));
    const { title } = notificationsWords(ctx.reader);
    return page({ title, noindex: true }, <NoticesPage {...found} unread={unread} />);
  }),
  post(noticesPaths.allRead, members, async ({ ctx }) => {
    await readAllNotices(ctx);
    return seeOther(noticesPaths.list, { flash: { tone: 'good', code: 'notices-all-read' } });
  }),
  post(noticesPaths.read(':noticeId'), members, async ({ ctx, params }) => {
    const { href } = await readNotice(ctx, { noticeId: params.noticeId ?? '' });
    return seeOther(href);
  }),
];
