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
  mail: {
    title: 'Letters by email',
    lead: 'Choose what comes by email. The list here on the site has everything in any case.',
    back: 'Notifications',
    topics: {
      orders: 'My orders and sales',
      messages: 'Messages and custom offers',
      reviews: 'Ratings',
      services: 'My services and my level',
      money: 'Money',
    },
    hints: {
      orders: 'Requirements, deliveries, changes, dates and disputes.',
      messages: 'What is written to you before an order, offered to you or asked of you.',
      reviews: 'When your rating is asked for, and when one of you is opened.',
      services: 'What reviewers decide, and what changes in your level.',
      money: 'Top-ups and payments, and earnings when they become available.',
    },
    always:
      'Letters about your account and its safety always come: confirming your email, passwords, changes of address.',
    save: 'Save',
    stopTitle: 'Stop letters',
    stopAsk: (name) =>
      `Letters about “${name}” will not come by email any more. They stay in your notifications on the site.`,
    stop: 'Stop them',
    stopped: 'They are stopped',
    stoppedText: (name) =>
      `Letters about “${name}” do not come by email. You find them in your notifications on the site.`,
    again: 'Let them come again',
  },
  refusals: {
    'mail-chosen': 'Your choice is saved.',
    'notices-all-read': 'All your notifications are marked as read.',
  },
};
