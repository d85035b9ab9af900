import type { Log } from '#platform/context';
import type { Live } from '#platform/live';
import { type Clock, movableClock, systemClock } from '#platform/time';
import type pg from 'pg';

/**
 * The clock of a demo: the machine's, moved by an offset that all processes share through the
 * database. Everywhere else the machine's clock itself.
 */
export async function openClock(options: {
  demo: boolean;
  pool: pg.Pool;
  live: Live;
  log: Log;
}): Promise<Clock> {
  if (!options.demo) return systemClock;
  const clock = movableClock(systemClock, 0);
  let current = 0;
  const load = async () => {
    const { rows } = await options.pool.query<{ offset_ms: bigint }>(
      'select offset_ms from platform.clock',
    );
    const next = Number(rows[0]?.offset_ms ?? 0n);
    clock.advance(next - current);
    current = next;
  };
  await load();
  const reload = () => {
    load().catch((error: Error) => options.log.warn({ err: error }, 'the clock was not read'));
  };
  options.live.subscribe('clock', reload);
  options.live.onGap(reload);
  return clock;
}
