import { asSystem, type Ctx, inTransaction } from '#platform/context';
import { forgetSellableService } from '../selling/get-sellable-service.ts';
import { lockSeller } from '../service-store.ts';
import { closeHoliday, setAway } from './holiday-store.ts';

const BATCH = 200;

/**
 * Brings back every seller whose day has come, each in a transaction of its own; several sweeps at
 * once do it once. Answers how many came back; what is left after a full batch waits for the next.
 */
export async function sweepHolidays(ctx: Ctx): Promise<number> {
  const system = asSystem(ctx, 'catalogue.holidays');
  const now = system.clock.now();
  const { rows } = await system.pool.query<{ seller_id: string }>({
    name: 'catalogue-holidays-ending',
    text: `select seller_id from catalogue.holidays
      where ended_at is null and returns_at <= $1 order by returns_at limit ${BATCH}`,
    values: [now],
  });
  let done = 0;
  for (const { seller_id: sellerId } of rows) {
    const back = await inTransaction(system, async (tx) => {
      await lockSeller(tx, sellerId);
      if (!(await closeHoliday(tx, sellerId, now))) return undefined;
      return setAway(tx, sellerId, false);
    });
    if (back) done += 1;
    for (const serviceId of back ?? []) forgetSellableService(serviceId);
  }
  return done;
}
