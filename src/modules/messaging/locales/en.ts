import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

export const en: WordsLike<typeof ar> = {
  refusals: {
    'message-is-empty': 'Write a message or attach a file before sending.',
    'message-is-too-long': 'The message is longer than 5,000 characters. Split it in two.',
  },
  messages: 'Messages',
  none: 'No messages yet. Write the first one.',
  team: 'Hirfa',
  write: 'Write a message…',
  yourMessage: 'Your message',
  attachHint: 'Up to 5 files, 50 MB each.',
  older: 'Older messages',
  newer: 'Newer messages',
  automatic: 'Automatic reply',
};
