import { inTransaction, type TxCtx } from '#platform/context';
import { aWorld } from '#test/world';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { gathered, sideBySide } from './index.ts';

const world = await aWorld();
const inOne = <T>(work: (tx: TxCtx) => Promise<T>) => inTransaction(world.ctx, work);

/** A statement that notes what it was asked each time. */
function aStatement() {
  const asked: number[][] = [];
  const double = gathered(async (tx: TxCtx, ones: readonly number[]) => {
    asked.push([...ones]);
    const { rows } = await sql<{ twice: number }>`
      select one * 2 as twice from unnest(${[...ones]}::integer[]) with ordinality as a(one, at)
      order by at`.execute(tx.db);
    return rows.map(({ twice }) => (twice === 26 ? new RangeError('thirteen') : twice));
  });
  return { asked, double };
}

describe('gathered', () => {
  it('answers one who is alone', async () => {
    const { asked, double } = aStatement();
    expect(await inOne((tx) => double(tx, 4))).toBe(8);
    expect(asked).toEqual([[4]]);
    await expect(inOne((tx) => double(tx, 13))).rejects.toThrow(RangeError);
  });

  it('asks once for all who ask in the same moment, each time anew', async () => {
    const { asked, double } = aStatement();
    const act = async (tx: TxCtx, one: number) => (await double(tx, one)) + (await double(tx, 1));
    expect(await inOne((tx) => sideBySide(tx, [5, 6, 7], act))).toEqual([12, 14, 16]);
    expect(asked).toEqual([
      [5, 6, 7],
      [1, 1, 1],
    ]);
  });

  it('throws to the one whom its error is for', async () => {
    const { double } = aStatement();
    const act = (tx: TxCtx, one: number) => double(tx, one).catch(() => 'not that one');
    expect(await inOne((tx) => sideBySide(tx, [12, 13], act))).toEqual([24, 'not that one']);
  });
});

describe('sideBySide', () => {
  it('throws what the first threw, after all have ended', async () => {
    const { double } = aStatement();
    const ended: number[] = [];
    const act = async (tx: TxCtx, one: number) => {
      if (one === 2) throw new TypeError('two');
      await double(tx, one);
      await double(tx, one);
      ended.push(one);
    };
    await expect(inOne((tx) => sideBySide(tx, [1, 2, 3], act))).rejects.toThrow(TypeError);
    expect(ended).toEqual([1, 3]);
  });
});
