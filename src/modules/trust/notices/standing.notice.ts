import { defineNotice } from '#notifications';
import type { Level } from '../level.ts';
import { trustWords } from '../locales/index.ts';

/** Your level changed: what it sets, and that running orders stay as they were. */
export const standingNotice = defineNotice<{ level: Level }>({
  kind: 'trust.standing-changed',
  email: true,
  topic: 'services',
  words: (_locale, { level }, reader) => {
    const words = trustWords(reader);
    return { title: words.notice.title(words.levels[level]), body: words.notice.body };
  },
  href: () => '/settings/profile',
});
