import { aPublishedService } from '#catalogue/testing';
import { drainFacts } from '#platform/facts';
import { NotFound } from '#platform/refusals';
import { aWorld } from '#test/world';
import { expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { searchServices } from '../querying/search-services.ts';
import { LexiconLineRefused } from '../search-errors.ts';
import { addLexiconLine } from './add-lexicon-line.ts';
import { applyLexiconLines } from './apply-lexicon-lines.ts';
import { endLexiconLine } from './end-lexicon-line.ts';
import { listLexiconLines } from './list-lexicon-lines.ts';

const world = await aWorld();
const admin = world.as('01a2076b-4400-7b00-8d6f-dad2d148cf70', ['admin']);
const { serviceId } = await aPublishedService(world, { input: { title: 'تركيب قرطوفات حديثة' } });
await aPublishedService(world, { input: { title: 'تدقيق لغوي للرسائل' } });
await drainFacts(world.ctx, searchListeners);
const find = async (text: string) => {
  const found = await searchServices(world.stranger, { text, filters: {}, sort: 'best', page: 1 });
  return found.cards.map((card) => card.serviceId);
};

it('a synonym that an admin adds is found at once, and no longer when it is ended', async () => {
  const entry = { kind: 'synonyms' as const, line: 'قرطوف = زغنبوط' };
  expect(await find('زغنبوط')).toEqual([]);
  const additionId = await addLexiconLine(admin, { kind: 'nouns', line: 'قرطوف: قراطيف' });
  const synonym = await addLexiconLine(admin, entry);
  expect(await applyLexiconLines(world.ctx)).toBe(1);
  expect(await applyLexiconLines(world.ctx)).toBe(0);
  expect(await find('قراطيف')).toEqual([serviceId]);
  expect(await find('زغنبوط')).toEqual([serviceId]);
  await expect(addLexiconLine(admin, entry)).rejects.toThrow(LexiconLineRefused);
  await endLexiconLine(admin, synonym);
  await endLexiconLine(admin, additionId);
  await applyLexiconLines(world.ctx);
  expect(await find('زغنبوط')).toEqual([]);
  expect((await listLexiconLines(admin)).map(({ state }) => state)).toEqual(['ended', 'ended']);
});

it('is the admins’ alone', async () => {
  const entry = { kind: 'nouns' as const, line: 'كلمة' };
  await expect(addLexiconLine(world.stranger, entry)).rejects.toThrow(NotFound);
  await expect(endLexiconLine(world.as(serviceId), serviceId)).rejects.toThrow(NotFound);
  await expect(endLexiconLine(admin, serviceId)).rejects.toThrow(NotFound);
  await expect(listLexiconLines(world.stranger)).rejects.toThrow(NotFound);
  await expect(addLexiconLine(admin, { ...entry, line: ' ' })).rejects.toThrow(LexiconLineRefused);
});
