import type { WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';
import { contactEn } from './contact-en.texts.ts';

export const en: WordsLike<typeof ar> = {
  contact: contactEn,
  levels: {
    new: 'New seller',
    active: 'Active seller',
    distinguished: 'Distinguished seller',
    trusted: 'Trusted seller',
  },
  refusals: {
    'trust-same-standing': 'This is already the member’s level. Nothing was changed.',
    'talk-is-paused':
      'Your messages before orders are off now. Running orders and their messages go on. Open “Messages with something masked” on the messages page to see why and to object.',
    'contact-case-decided':
      'Our team has decided about this message. The decision and its reason are on its page.',
    'contact-objected': 'Your objection reached our team. You are told of the decision.',
    'contact-lifted': 'The mask and the strike were lifted and the member was told.',
    'contact-confirmed': 'The strike was confirmed and the member was told.',
    'trust-standing-set': 'The level was changed and the member was told.',
  },
  notice: {
    title: (level: string) => `Your level is now: ${level}`,
    body: 'Your level sets the commission on your coming orders, how long their earnings clear, and how many services you may offer. Running orders stay as they were.',
  },
};
