import { type Ctx, requireMember } from '#platform/context';
import { isUuid } from '#platform/ids';
import { NotFound } from '#platform/refusals';
import { requireContactDesk } from '../trust-policy.ts';
import type { ContactCase } from './contact-case.ts';
import { countStrikes, listCasesForDesk, listCasesOf, pausedUntil } from './contact-store.ts';

/** The desk of the staff: what waits and what was decided last, at most 50 each. Refuses NotFound. */
export async function listContactDesk(
  ctx: Ctx,
): Promise<{ waiting: ContactCase[]; decided: ContactCase[] }> {
  requireContactDesk(ctx);
  const [waiting, decided] = await Promise.all([
    listCasesForDesk(ctx, true),
    listCasesForDesk(ctx, false),
  ]);
  return { waiting, decided };
}

/** The member's own cases (the newest first, at most 50), their strikes, and until when messages are off. */
export async function listOwnCases(
  ctx: Ctx,
): Promise<{ cases: ContactCase[]; strikes: number; pausedUntil: Date | undefined }> {
  const memberId = requireMember(ctx);
  const [cases, strikes, until] = await Promise.all([
    listCasesOf(ctx, { memberId }),
    countStrikes(ctx, memberId),
    pausedUntil(ctx, memberId),
  ]);
  return { cases, strikes, pausedUntil: until };
}

/** One case of the member who acts. Refuses NotFound. */
export async function getOwnCase(ctx: Ctx, caseId: string): Promise<ContactCase> {
  const memberId = requireMember(ctx);
  const [found] = isUuid(caseId) ? await listCasesOf(ctx, { memberId, caseId }) : [];
  if (!found) throw new NotFound();
  return found;
}
