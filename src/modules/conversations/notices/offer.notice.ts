import { offerPath } from '#checkout';
import { defineNotice } from '#notifications';
import { talkPaths } from '../conversation-paths.ts';
import { conversationsWords } from '../locales/index.ts';

export interface OfferNotice {
  conversationId: string;
  /** Empty in notices about requests. */
  offerId: string;
  other: string;
  title: string;
}

type Told = 'made' | 'declined' | 'withdrawn' | 'expiring' | 'expired' | 'asked' | 'refused';

const notice = (told: Told) =>
  defineNotice<OfferNotice>({
    kind: `conversations.offer-${told}`,
    email: true,
    topic: 'messages',
    words: (_locale, params, reader) => conversationsWords(reader).offerNotices[told](params),
    href: (params) =>
      params.offerId === '' ? talkPaths.thread(params.conversationId) : offerPath(params),
  });

export const offerNotices = {
  made: notice('made'),
  declined: notice('declined'),
  withdrawn: notice('withdrawn'),
  expiring: notice('expiring'),
  expired: notice('expired'),
  asked: notice('asked'),
  refused: notice('refused'),
} satisfies Record<Told, unknown>;
