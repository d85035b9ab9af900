import { enPlural, type WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  title: 'Notifications',
  unread: (n: number) =>
    n === 0
      ? 'You have read everything.'
      : enPlural(n, {
          one: '# notification you have not read.',
          other: '# notifications you have not read.',
        }),
  readAll: 'Mark all as read',
  newMark: 'New',
  open: (title: string) => `Open: ${title}`,
  empty: 'No notifications yet',
  emptyText:
    'When something that matters happens in your orders or your account, it stands here; the important ones also come by mail.',
  browse: 'Look through the services',
  refusals: {
    'notices-all-read': 'All your notifications are marked as read.',
  },
};
