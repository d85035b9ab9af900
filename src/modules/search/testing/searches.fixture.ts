import type { World } from '#test/world';
import { noteMissed } from '../missed/note-missed.ts';
import { alertToken } from '../saved/alert-token.ts';
import { saveSearch } from '../saved/save-search.ts';
import { stopAlerts } from '../saved/stop-alerts.ts';
import { decideProposal } from '../words/decide-proposal.ts';
import { listProposals } from '../words/proposal.ts';
import { proposeLine } from '../words/propose-line.ts';

export interface ExampleSearches {
  /** Tokens of links that stop letters: one that would, one that did. */
  live: string;
  stopped: string;
  /** A line for the lexicon that waits for a decision. */
  proposal: string;
}

/** The buyer's saved searches, questions that found nothing, and lines that the staff proposed. */
export async function someSearches(
  world: World,
  people: { memberId(person: 'buyer' | 'reviewer' | 'admin'): string },
): Promise<ExampleSearches> {
  const buyer = world.as(people.memberId('buyer'));
  const kept = await saveSearch(buyer, { address: '/search?q=شعار&price=20' });
  const muted = await saveSearch(buyer, { address: '/search?q=ترجمة' });
  const stopped = alertToken(world.ctx, muted);
  await stopAlerts(world.stranger, { token: stopped });
  await noteMissed(world.ctx, { text: 'كمثرى زرقاء', foundNothing: true, visitor: 'one' });
  await noteMissed(world.ctx, { text: 'شعار كمثرى', foundNothing: false, visitor: 'one' });
  const reviewer = world.as(people.memberId('reviewer'), ['reviewer']);
  const admin = world.as(people.memberId('admin'), ['admin']);
  const propose = (line: string) =>
    proposeLine(reviewer, { verb: 'add', kind: 'nouns', line, reason: 'يبحث عنها الناس' });
  await propose('زعفران');
  for (const { proposalId } of await listProposals(world.ctx))
    await decideProposal(admin, { proposalId, approved: true });
  await propose('كمثرى: كمثريات');
  const waiting = (await listProposals(world.ctx)).find(({ state }) => state === 'waiting');
  return { live: alertToken(world.ctx, kept), stopped, proposal: waiting?.proposalId ?? '' };
}
