import type { Ctx } from '#platform/context';
import { expect, it } from 'vitest';
import { memberAt } from './act.ts';

const at = new Date('2026-11-29T14:00:00Z');

function bytes(about: string): string {
  return Buffer.from(memberAt({} as Ctx, at, { memberId: 'm1', about }).random(8)).toString('hex');
}

it('gives two affairs of one member at one instant other ids, and the same affair the same', () => {
  expect(bytes('order:1')).not.toBe(bytes('order:2'));
  expect(bytes('order:1')).toBe(bytes('order:1'));
});
