import type { Ctx } from '#platform/context';
import { syncCategories } from '../modules/catalogue/module.ts';

/** What must stand before the first request: harmless to repeat at every start. */
export async function prepareSite(ctx: Ctx): Promise<void> {
  await syncCategories(ctx);
}
