import { defineNotice } from '#notifications';
import { trustWords } from '../locales/index.ts';
import { trustPaths } from '../trust-paths.ts';

type Told = 'warned' | 'paused' | 'review' | 'lifted' | 'confirmed';

/** Steps and decisions have no topic: whoever is told of a measure cannot have stopped it. */
const notice = (told: Told) =>
  defineNotice<{ caseId: string }>({
    kind: `trust.contact-${told}`,
    email: true,
    words: (_locale, _params, reader) => {
      const { notices } = trustWords(reader).contact;
      return { ...notices[told], action: notices.action };
    },
    href: ({ caseId }) => trustPaths.case(caseId),
  });

export const contactNotices = {
  warned: notice('warned'),
  paused: notice('paused'),
  review: notice('review'),
  lifted: notice('lifted'),
  confirmed: notice('confirmed'),
} satisfies Record<Told, unknown>;
