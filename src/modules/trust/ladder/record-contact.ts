import { newId, type TxCtx } from '#platform/context';
import { recordFact } from '#platform/facts';
import { DAY_MS } from '#platform/time';
import { ruleAt } from '#settings';
import { sql } from 'kysely';
import type { ContactPart } from '../contact/contact-part.ts';
import { isGrave } from '../contact/find-contact.ts';
import { contactFound } from '../trust-facts.ts';
import { PAUSING, stepAfter } from './contact-case.ts';
import { countStrikes, lockLadder, renewPause, wasAsked } from './contact-store.ts';

/** A message that was written, and what was found in it. */
export interface ContactToRecord {
  memberId: string;
  otherId: string;
  place: 'talk' | 'order';
  subjectId: string;
  messageId: string;
  body: string;
  parts: readonly ContactPart[];
  /** Said by the house on the member's behalf: masked, and never a strike. */
  automatic: boolean;
}

/**
 * Masks a message for its other side, and takes the next step of its writer when it is an exchange of
 * contact: a link or a name alone is only masked, and so is the first answer to one who asked.
 */
export async function recordContact(tx: TxCtx, found: ContactToRecord): Promise<void> {
  const { memberId, parts } = found;
  await lockLadder(tx, memberId);
  const counts = !found.automatic && isGrave(parts) && !(await wasAsked(tx, found));
  const step = counts ? stepAfter(await countStrikes(tx, memberId)) : 'masked';
  const caseId = newId(tx);
  const now = tx.clock.now();
  const expiresAt = new Date(now.getTime() + (await ruleAt(tx, 'strike.expiry-days')) * DAY_MS);
  await sql`insert into trust.contact_cases (id, member_id, other_id, place, subject_id, message_id,
      body, parts, step, counts, at, expires_at)
    values (${caseId}, ${memberId}, ${found.otherId}, ${found.place}, ${found.subjectId},
      ${found.messageId}, ${found.body}, ${JSON.stringify(parts)}, ${step}, ${counts}, ${now},
      ${expiresAt})`.execute(tx.db);
  if (PAUSING.includes(step)) await renewPause(tx, memberId);
  if (step !== 'masked') await recordFact(tx, contactFound, { caseId, memberId, step });
}
