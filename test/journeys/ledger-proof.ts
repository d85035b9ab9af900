import type { Ctx } from '#platform/context';
import { verifyLedger } from '#ledger';
import { ledgerChecks } from '../../src/main/ledger-checks.ts';
import type { Person } from './person.ts';

/**
 * Runs a step of a journey, then proves the whole ledger. What fails says which step it was and where
 * everybody stood; their pages are kept as pictures.
 */
export function provenSteps(
  ctx: Ctx,
  people: readonly Person[],
): (name: string, step: () => Promise<void>) => Promise<void> {
  return async (name, step) => {
    try {
      await step();
    } catch (error) {
      const places: string[] = [];
      for (const person of people) {
        await person.keepPicture('failed').catch(() => undefined);
        places.push([person.path(), ...person.mishaps].join(' | '));
      }
      throw new Error(`${name}: ${(error as Error).message}\n${places.join('\n')}`, {
        cause: error,
      });
    }
    const report = await verifyLedger(ctx, ledgerChecks);
    if (!report.ok) {
      throw new Error(`the ledger differs after «${name}»: ${JSON.stringify(report.differences)}`);
    }
  };
}
