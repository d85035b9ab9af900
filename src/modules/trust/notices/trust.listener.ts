import { contactOf } from '#identity';
import { type Notice, notify } from '#notifications';
import { type Ctx, inTransaction } from '#platform/context';
import { defineListener, type Listener } from '#platform/facts';
import { contactDecided, contactFound, standingChanged } from '../trust-facts.ts';
import { contactNotices } from './contact.notice.ts';
import { standingNotice } from './standing.notice.ts';

async function tell<P extends object>(
  ctx: Ctx,
  what: Notice<P>,
  told: { memberId: string; params: P; key: string },
): Promise<void> {
  const { email: address, reader } = await contactOf(ctx, told.memberId);
  await inTransaction(ctx, (tx) => notify(tx, what, { ...told, email: { address, reader } }));
}

/** What this module says to members. */
export const trustListeners: readonly Listener[] = [
  defineListener('trust.tell-standing', standingChanged, (ctx, { memberId, level }, fact) =>
    tell(ctx, standingNotice, { memberId, params: { level }, key: fact.id }),
  ),
  defineListener('trust.tell-contact', contactFound, async (ctx, payload, fact) => {
    const { memberId, caseId, step } = payload;
    if (step === 'masked') return;
    await tell(ctx, contactNotices[step], { memberId, params: { caseId }, key: fact.id });
  }),
  defineListener('trust.tell-decision', contactDecided, (ctx, payload, fact) => {
    const { memberId, caseId, lifted } = payload;
    const what = contactNotices[lifted ? 'lifted' : 'confirmed'];
    return tell(ctx, what, { memberId, params: { caseId }, key: fact.id });
  }),
];
