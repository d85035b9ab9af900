import { asSystem, type Ctx } from '#platform/context';
import { printService } from './print-service.ts';

const BATCH = 200;
// Light enough to run beside everything else: a large catalogue is made up for over days.
const ROUNDS = 3;

/** Prints services that were never printed (loaded in bulk, or older than the prints); answers how many. */
export async function printMissing(ctx: Ctx): Promise<number> {
  const system = asSystem(ctx, 'catalogue.prints');
  let done = 0;
  let after = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const { rows } = await system.pool.query<{ id: string; number: number }>({
      name: 'catalogue-services-to-print',
      text: `select id, number from catalogue.services
        where not printed and submitted_at is not null and number > $1 order by number limit ${BATCH}`,
      values: [after],
    });
    for (const { id } of rows) await printService(system, id);
    done += rows.length;
    after = rows.at(-1)?.number ?? after;
    if (rows.length < BATCH) break;
  }
  return done;
}
