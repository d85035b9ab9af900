import DataLoader from 'dataloader';
import type { Ctx, TxCtx } from '#platform/context';

/** Answers what several asked, in their order; an error in a place is thrown to that one only. */
type Many<C extends Ctx, Asked, Answer> = (
  ctx: C,
  asked: readonly Asked[],
) => Promise<readonly Answer[]>;
type Crowd = NonNullable<TxCtx['crowd']>;

/** An act that finds it depends on what its neighbours do: the crowd is to be undone, and it done alone. */
export class NotInCrowd extends Error {}

/**
 * A statement that answers many at once, as a function for one. Who calls it alone is answered alone; what
 * acts `sideBySide` ask in the same moment is gathered and goes to the database as one statement.
 */
export function gathered<C extends Ctx, Asked, Answer>(
  many: Many<C, Asked, Answer>,
): (ctx: C, asked: Asked) => Promise<Exclude<Answer, Error>> {
  return async (ctx, asked) => {
    const crowd = 'crowd' in ctx && (ctx.crowd as Crowd | undefined);
    if (crowd) return loaderOf(crowd, ctx, many).load(asked);
    const [answer] = await many(ctx, [asked]);
    if (answer instanceof Error) throw answer;
    return answer as Exclude<Answer, Error>;
  };
}

/** The same for a statement that only writes, and answers nobody. */
export function gatheredWrite<Asked>(
  many: (tx: TxCtx, asked: readonly Asked[]) => Promise<unknown>,
): (tx: TxCtx, asked: Asked) => Promise<void> {
  return gathered(async (tx: TxCtx, asked: readonly Asked[]) => {
    await many(tx, asked);
    return asked.map(() => undefined);
  });
}

function loaderOf<C extends Ctx, Asked, Answer>(
  crowd: Crowd,
  ctx: C,
  many: Many<C, Asked, Answer>,
): DataLoader<Asked, Exclude<Answer, Error>> {
  type Loader = DataLoader<Asked, Exclude<Answer, Error>>;
  const known = crowd.get(many) as Loader | undefined;
  if (known) return known;
  // Nothing is kept: the same question a moment later may have another answer.
  const loader: Loader = new DataLoader(
    (asked) => many(ctx, asked) as Promise<Exclude<Answer, Error>[]>,
    { cache: false },
  );
  crowd.set(many, loader);
  return loader;
}

/**
 * Does an act with each of these at the same time in one transaction, so that what they ask and write is
 * gathered. They must not depend on one another. Ends when all have ended, and throws what the first of
 * them threw: all or none.
 */
export async function sideBySide<One, Done>(
  tx: TxCtx,
  ones: readonly One[],
  act: (tx: TxCtx, one: One) => Promise<Done>,
): Promise<Done[]> {
  const crowd: TxCtx = { ...tx, crowd: new Map() };
  // All are waited for: one that goes on after another failed would write into whatever comes next.
  const ended = await Promise.allSettled(ones.map((one) => act(crowd, one)));
  return ended.map((end) => {
    if (end.status === 'rejected') throw end.reason;
    return end.value;
  });
}
