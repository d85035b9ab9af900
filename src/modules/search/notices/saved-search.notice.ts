import { contactOf } from '#identity';
import { defineNotice, notify } from '#notifications';
import type { TxCtx } from '#platform/context';
import { searchWords } from '../locales/index.ts';
import { alertToken } from '../saved/alert-token.ts';
import type { NewMatches } from '../saved/send-alerts.ts';
import { stopAlertsPath } from '../search-paths.ts';

interface NewMatchesParams {
  name: string;
  address: string;
  count: number;
  titles: string[];
  /** Of the link that stops these letters. */
  token: string;
}

const newMatchesNotice = defineNotice<NewMatchesParams>({
  kind: 'search.new-matches',
  email: true,
  words: (_locale, { name, count, titles }, reader) => {
    const words = searchWords(reader).alert;
    const more = count - titles.length;
    const lines = [...titles.map((title) => `• ${title}`), ...(more > 0 ? [words.more(more)] : [])];
    return {
      title: words.subject(count, name),
      body: lines.join('\n'),
      action: words.action,
      stop: words.stop,
    };
  },
  href: ({ address }) => `${address}${address.includes('sort=') ? '' : '&sort=newest'}`,
  stopHref: ({ token }) => stopAlertsPath(token),
});

/** Tells a member what is new for a saved search; keyed by the look that found it. */
export async function tellOfNewMatches(tx: TxCtx, found: NewMatches): Promise<void> {
  const { email, reader } = await contactOf(tx, found.memberId);
  const { name, address, count, titles } = found;
  await notify(tx, newMatchesNotice, {
    memberId: found.memberId,
    params: { name, address, count, titles, token: alertToken(tx, found.savedId) },
    key: `search.new-matches:${found.savedId}:${found.dueAt.toISOString()}`,
    email: { address: email, reader },
  });
}
