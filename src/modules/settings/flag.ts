import { config } from '#config';
import type { Ctx } from '#platform/context';
import { listFlags } from './settings-store.ts';

export type FlagKey = keyof typeof config.flags;

/** Whether a part of the site is switched on: the stored switch, else the operator's default. */
export async function flag(ctx: Ctx, key: FlagKey): Promise<boolean> {
  const rows = await listFlags(ctx);
  return rows.find((row) => row.key === key)?.enabled ?? config.flags[key];
}
