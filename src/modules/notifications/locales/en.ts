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
  fields: { invalid: 'Choose one of the list.' },
  choices: {
    title: 'What reaches you, and when',
    lead: 'Choose where we tell you, and when. The list here on the site has everything in any case.',
    back: 'Notifications',
    what: 'What, and where',
    channels: { mail: 'Email', push: 'Browser', telegram: 'Telegram' },
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
      'Letters about your account and its safety always come, and at once: confirming your email, passwords, changes of address.',
    when: 'When',
    letters: 'Letters by email',
    rhythms: {
      at_once: { label: 'Each one at once', hint: '' },
      daily: {
        label: 'One letter a day',
        hint: 'With what you have not read on the site by then.',
      },
      fallback: {
        label: 'Only when nothing else reaches me',
        hint: 'While a browser or Telegram takes your notifications there are no letters, unless those fail.',
      },
    },
    digestHour: 'Hour of the daily letter',
    digestHint: 'By your clock, for those who chose one letter a day.',
    quiet: 'Quiet hours',
    quietHint: 'Nothing rings and no letter leaves; what you missed comes when they end.',
    quietFrom: 'From',
    quietUntil: 'Until',
    save: 'Save',
  },
  devices: {
    title: 'Notifications of the browser',
    lead: 'You see the news on your screen even when the site is not open.',
    add: 'Turn them on in this browser',
    on: 'This browser takes notifications.',
    needsScript: 'Turning them on needs JavaScript in your browser.',
    denied:
      'You have blocked notifications of this site in the settings of your browser. Allow them there, then come back.',
    unsupported: 'This browser does not take notifications.',
    unnamed: 'A browser',
    remove: 'Remove',
  },
  telegram: {
    title: 'Telegram',
    lead: 'The site’s bot sends you the news in a private chat. A code from us links it.',
    linked: 'Your Telegram chat is linked to your account.',
    how: 'Open the bot and press “Start”, or copy this line and send it to the bot.',
    open: 'Open Telegram',
    copy: 'Copy',
    lasts: 'The code works once, for a quarter of an hour.',
    ask: 'Give me a code',
    again: 'Link another chat',
    remove: 'Unlink Telegram',
  },
  bot: {
    linked:
      'This chat is linked to your account at Hirfa; notifications come here now. To stop them send /stop',
    'unknown-code':
      'This code is not valid, or its time is over. Ask for a new one on the page “What reaches you, and when” of the site.',
    stopped:
      'Notifications no longer come to this chat. You can turn them on again on the page “What reaches you, and when” of the site.',
    other:
      'Only notifications of Hirfa come here. Open the site to answer messages and orders; to stop notifications send /stop',
  },
  stops: {
    stopTitle: 'Stop letters',
    stopAsk: (name) =>
      `Letters about “${name}” will not come by email any more. They stay in your notifications on the site.`,
    stop: 'Stop them',
    stopped: 'They are stopped',
    stoppedText: (name) =>
      `Letters about “${name}” do not come by email. You find them in your notifications on the site.`,
    again: 'Let them come again',
    digest: 'The daily letter',
  },
  refusals: {
    'choices-saved': 'Your choice is saved.',
    'device-added': 'This browser takes notifications from now on.',
    'device-removed': 'Notifications no longer reach that browser.',
    'telegram-unlinked': 'Telegram is unlinked from your account.',
    'quiet-same': 'Quiet hours begin at one hour and end at another.',
    'not-telegram': 'This address is for Telegram alone.',
    'notices-all-read': 'All your notifications are marked as read.',
  },
};
