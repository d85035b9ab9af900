import { describe, expect, it } from 'vitest';
import { ordersDiagram } from './orders-diagram.ts';
import { tableProblems } from './check-table.ts';
import { ORDER_STATES, TRANSITIONS, type Transition } from '../order.ts';

describe('the table of orders', () => {
  it('is whole', () => expect(tableProblems(TRANSITIONS)).toEqual([]));

  const without = (act: string) => TRANSITIONS.filter((row) => row.act !== act);
  const accept = TRANSITIONS.find((row) => row.act === 'accept') as Transition;
  const prolong = TRANSITIONS.find((row) => row.act === 'prolong') as Transition;

  it.each<[string, readonly Transition[], string]>([
    ['a state nothing leads to', without('give_requirements'), 'nothing leads to in_progress'],
    [
      'an unknown target',
      [...TRANSITIONS, { ...accept, to: 'done' as never }],
      'delivered × accept: no state done',
    ],
    [
      'an unknown guard',
      [...TRANSITIONS, { ...prolong, when: ['moon_is_full' as never] }],
      'delivered × prolong: no guard moon_is_full',
    ],
    [
      'a completion without release',
      [{ ...accept, money: 'none' }],
      'delivered × accept: completes without releasing the money',
    ],
    [
      'a row hidden by another',
      [...TRANSITIONS, accept],
      'delivered × accept: hidden by a row before it',
    ],
    [
      'money without a move',
      [...TRANSITIONS, { ...prolong, money: 'release' }],
      'delivered × prolong: moves money but not the order',
    ],
  ])('is refused with %s', (_what, table, problem) => {
    expect(tableProblems(table)).toContain(problem);
  });

  it('is drawn with every state but the reserved one', () => {
    const drawing = ordersDiagram();
    for (const state of ORDER_STATES.filter((one) => one !== 'disputed'))
      expect(drawing).toContain(state);
    expect(drawing.match(/^\| /gm)?.length).toBeGreaterThan(TRANSITIONS.length);
  });
});
