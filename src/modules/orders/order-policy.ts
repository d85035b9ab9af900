import type { Actor } from '#platform/context';
import type { Party } from './order.ts';

/** Roles that may read every order and change none (SPEC 11). */
export const ORDER_READERS: readonly string[] = ['support', 'admin'];
/** The role that judges between the two sides (SPEC 5.9). */
export const ARBITER = 'support';

interface Sides {
  buyerId: string;
  sellerId: string;
}

/** As which party this actor may move the order; undefined for everybody else: to them it does not exist. */
export function partyOf(actor: Actor, order: Sides): Party | undefined {
  if (actor.kind === 'system') return 'clock';
  if (actor.kind !== 'member') return undefined;
  if (actor.memberId === order.buyerId) return 'buyer';
  if (actor.memberId === order.sellerId) return 'seller';
  return actor.roles.includes(ARBITER) ? 'staff' : undefined;
}

/** Whether this actor may read the order: its two sides, the house, and staff who help. */
export function canRead(actor: Actor, order: Sides): boolean {
  if (partyOf(actor, order)) return true;
  return actor.kind === 'member' && isReader(actor.roles);
}

/**
 * Whether this reader of the order gets its delivered pictures as they are: the buyer once it is completed
 * and not given back, everybody else always (SPEC 5.6).
 */
export function canOpenOriginals(
  actor: Actor,
  order: Sides & { completedAt: Date | null; cancelledAt: Date | null },
): boolean {
  if (partyOf(actor, order) !== 'buyer') return true;
  return order.completedAt !== null && order.cancelledAt === null;
}

/** Whether these roles read orders of others. */
export function isReader(roles: readonly string[]): boolean {
  return roles.some((role) => ORDER_READERS.includes(role));
}
