import { requireRole } from '#identity';
import { type Ctx, requireMember, type TxCtx } from '#platform/context';
import { NotFound } from '#platform/refusals';
import type { Collection, WholeCollection } from './collection.ts';
import { findCollection, lockRow } from './collection-store.ts';

/** Its owner makes a member's; the house's are made by administrators. Refuses NotFound otherwise. */
export async function lockCollection(tx: TxCtx, collectionId: string): Promise<Collection> {
  requireMember(tx);
  const collection = await lockRow(tx, collectionId);
  requireMaker(tx, collection);
  return collection;
}

/** The same, to look at. */
export async function getOwnCollection(ctx: Ctx, collectionId: string): Promise<WholeCollection> {
  requireMember(ctx);
  const collection = await findCollection(ctx, { collectionId });
  if (!collection) throw new NotFound();
  requireMaker(ctx, collection);
  return collection;
}

/** A collection that the reader may see: public, or their own. Refuses NotFound. */
export async function getVisible(ctx: Ctx, number: number): Promise<WholeCollection> {
  const collection = await findCollection(ctx, { number });
  const own = ctx.actor.kind === 'member' && ctx.actor.memberId === collection?.ownerId;
  if (!collection || !(collection.isPublic || own)) throw new NotFound();
  return collection;
}

function requireMaker(ctx: Ctx, { kind, ownerId }: Collection): void {
  if (kind !== 'member') return requireRole(ctx, 'admin');
  if (requireMember(ctx) !== ownerId) throw new NotFound();
}
