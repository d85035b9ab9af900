import { randomUUID } from 'node:crypto';
import { aWorld } from '#test/world';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Order } from '../order-row.ts';
import { anOrder } from '../testing/index.ts';
import { keepRequirementsDraft } from './keep-requirements-draft.ts';
import { findRequirementsDraft } from './requirements-draft.ts';
import { submitRequirements } from './submit-requirements.ts';

const world = await aWorld();
let order: Order;
let question = '';

beforeAll(async () => {
  order = await anOrder(world);
  question = order.questions.find(({ kind }) => kind === 'text')?.questionId ?? '';
});

const keep = (who: string, note = 'أحب البساطة', answers: Record<string, string> = {}) =>
  keepRequirementsDraft(world.as(who), { orderId: order.orderId, note, answers });

describe('a draft of the instructions', () => {
  it('is kept as it was typed, the last one in place of the first', async () => {
    await keep(order.buyerId);
    await keep(order.buyerId, 'نصف', { [question]: 'مقهى  النخلة\0 ', 'no-such-question': 'x' });
    expect(await findRequirementsDraft(world.ctx, order.orderId)).toEqual({
      note: 'نصف',
      answers: { [question]: 'مقهى  النخلة ' },
    });
  });

  it('is cut, not refused, where it is too long', async () => {
    await keep(order.buyerId, 'ا'.repeat(9_000), { [question]: 'ب'.repeat(9_000) });
    const draft = await findRequirementsDraft(world.ctx, order.orderId);
    expect([draft?.note.length, draft?.answers[question]?.length]).toEqual([5_000, 5_000]);
  });

  it.each([
    ['a stranger', () => randomUUID()],
    ['the seller', () => order.sellerId],
  ])('is not there for %s', async (_who, id) => {
    await expect(keep(id())).rejects.toMatchObject({ status: 404 });
  });

  it('ends with the instructions', async () => {
    const answers = Object.fromEntries(
      order.questions.map(({ questionId, kind, choices }) => [
        questionId,
        kind === 'choice' ? (choices?.[0] ?? '') : 'مقهى النخلة',
      ]),
    );
    const { orderId } = order;
    await submitRequirements(world.as(order.buyerId), { orderId, answers, note: '', files: {} });
    expect(await findRequirementsDraft(world.ctx, orderId)).toBeUndefined();
    await expect(keep(order.buyerId)).rejects.toMatchObject({ code: 'order-moved' });
  });
});
