import { contactOf } from '#identity';
import { notify } from '#notifications';
import { inTransaction } from '#platform/context';
import { defineListener, type Listener } from '#platform/facts';
import { standingChanged } from '../trust-facts.ts';
import { standingNotice } from './standing.notice.ts';

/** What this module says to members. */
export const trustListeners: readonly Listener[] = [
  defineListener('trust.tell-standing', standingChanged, async (ctx, payload, fact) => {
    const { memberId, level } = payload;
    const { email: address, reader } = await contactOf(ctx, memberId);
    const notice = { memberId, params: { level }, key: fact.id, email: { address, reader } };
    await inTransaction(ctx, (tx) => notify(tx, standingNotice, notice));
  }),
];
