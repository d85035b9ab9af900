import type { Ctx } from '#platform/context';
import type { Taken } from '../moves/take-act.ts';
import { type HandedIn, handIn } from './hand-in.ts';

/**
 * The seller hands the work in: note, files, AI use declared; 72 hours to answer begin (SPEC 5.6).
 * Refuses InvalidInput (`note`, `aiNote`, `files`), OrderMoved when it was cancelled or already delivered.
 */
export function deliver(ctx: Ctx, work: HandedIn): Promise<Taken> {
  return handIn(ctx, 'deliver', work);
}
