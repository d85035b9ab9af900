import type { Ctx } from '#platform/context';
import type { RandomBytes } from '#platform/ids';
import { fixedClock } from '#platform/time';
import { createRandom, type Random, seedOf } from './content/random.ts';

/** Bytes out of a seeded stream, so that ids and codes come out the same twice. */
function bytesFrom(random: Random): RandomBytes {
  return (size) => Uint8Array.from({ length: size }, () => Math.floor(random() * 256));
}

/** The site as it was at an instant, with randomness of its own by name. */
export function siteAt(ctx: Ctx, at: Date, name: string): Ctx {
  return {
    ...ctx,
    clock: fixedClock(at),
    random: bytesFrom(createRandom(seedOf(`${name}@${at.getTime()}`))),
  };
}

/** Who acts in which of their affairs; two affairs at one instant must not draw the same ids. */
interface Acting {
  memberId: string;
  about: string;
}

/** The same, with a member acting. */
export function memberAt(ctx: Ctx, at: Date, { memberId, about }: Acting): Ctx {
  const site = siteAt(ctx, at, `${memberId}/${about}`);
  return { ...site, actor: { kind: 'member', memberId, roles: [] } };
}

/** The same, with the reviewer acting. */
export function reviewerAt(ctx: Ctx, at: Date, memberId: string): Ctx {
  return { ...siteAt(ctx, at, memberId), actor: { kind: 'member', memberId, roles: ['reviewer'] } };
}

/** Runs the work of each entry, at most `limit` at once; the first failure ends it. */
export async function inParallel<T>(
  entries: readonly T[],
  limit: number,
  work: (entry: T, index: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async () => {
    while (next < entries.length) {
      const index = next;
      next += 1;
      await work(entries[index] as T, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, entries.length) }, lane));
}
