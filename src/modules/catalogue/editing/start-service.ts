import { requireVerified } from '#identity';
import { type Ctx, inTransaction, newId, type TxCtx } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { ruleAt } from '#settings';
import { sql } from 'kysely';
import { TooManyDrafts } from '../catalogue-errors.ts';
import { categories } from '../categories/categories.ts';
import { lockSeller, writeHistory } from '../service-store.ts';
import { checkTitle } from './check-title.ts';
import { limits } from './service-limits.ts';

/**
 * Begins a service: a draft with a title in a category; the rest is written in the editor. Refuses
 * SignInRequired, EmailNotVerified, InvalidInput, TooManyDrafts.
 */
export async function startService(
  ctx: Ctx,
  input: { title: string; leafKey: string },
): Promise<{ serviceId: string }> {
  const sellerId = await requireVerified(ctx);
  const tree = await categories(ctx);
  const problems: Record<string, string> = {};
  const title = checkTitle(input.title);
  if (title) problems.title = title;
  if (!tree.leafOf(input.leafKey)) problems.leaf = 'required';
  if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
  const { minMinor } = await ruleAt(ctx, 'service.price');
  const serviceId = newId(ctx);
  await inTransaction(ctx, async (tx) => {
    await lockSeller(tx, sellerId);
    await refuseTooManyDrafts(tx, sellerId);
    await sql`insert into catalogue.services
        (id, seller_id, state, leaf_key, title, base_price_minor, languages, created_at, changed_at)
      values (${serviceId}, ${sellerId}, 'draft', ${input.leafKey}, ${input.title}, ${minMinor},
        ${[tx.reader.locale]}, ${tx.clock.now()}, ${tx.clock.now()})`.execute(tx.db);
    await writeHistory(tx, { serviceId, version: 1 }, { verb: 'start', to: 'draft' });
  });
  return { serviceId };
}

async function refuseTooManyDrafts(tx: TxCtx, sellerId: string): Promise<void> {
  const { rows } = await sql<{ drafts: number }>`
    select count(*)::int as drafts from catalogue.services
    where seller_id = ${sellerId} and state in ('draft', 'rejected')`.execute(tx.db);
  if ((rows[0]?.drafts ?? 0) >= limits.drafts) throw new TooManyDrafts(limits.drafts);
}
