import { aPublishedService } from '#catalogue/testing';
import { drainFacts } from '#platform/facts';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { buildSuggestions } from './build-suggestions.ts';
import { countQuestion, writeQuestions } from './count-question.ts';
import { popularQuestions } from './popular-questions.ts';
import { suggest } from './suggest.ts';

const world = await aWorld();
for (const title of [
  'تصميم شعار احترافي',
  'تصميم شعار لمطعم',
  'تصميم غلاف كتاب',
  'تصميم غلاف فيسبوك',
])
  await aPublishedService(world, { input: { title } });
await drainFacts(world.ctx, searchListeners);
await buildSuggestions(world.ctx);
const labels = async (typed: string) =>
  (await suggest(world.stranger, typed)).map(({ label }) => label);

describe('what is typed so far', () => {
  it.each([
    ['تص', 'تصميم شعار'],
    ['التصميم', 'تصميم شعار'],
    ['تصميم ش', 'تصميم شعار'],
    ['تَصـ', 'تصميم شعار'],
    ['jwldl', 'تصميم'],
    ['tasmim', 'تصميم'],
    ['غلا', 'غلاف'],
  ])('%j leads to «%s»', async (typed, label) => expect(await labels(typed)).toContain(label));

  it('leads to a category, with how many services it has', async () => {
    expect(await suggest(world.stranger, 'تصميم شعارات')).toEqual([
      { kind: 'category', label: 'تصميم شعارات', target: 'logo-design', services: 4 },
    ]);
  });

  it.each(['', ' ', '؟', 'zzzzzzzz', "'; drop", '\ud800', 'ا'.repeat(10_000)])(
    '%j leads nowhere and breaks nothing',
    async (typed) => expect(await labels(typed)).toEqual([]),
  );
});

it('a question is popular when several asked it; one visitor counts once', async () => {
  for (let visitor = 0; visitor < 4; visitor += 1) {
    for (const text of ['تصميم بنر', 'تصميم  بَنر'])
      countQuestion(world.ctx, { text, services: 3, visitor: `v${visitor}` });
  }
  countQuestion(world.ctx, { text: 'لا شيء', services: 0, visitor: 'v1' });
  await writeQuestions(world.ctx);
  expect(await popularQuestions(world.ctx, 5)).toEqual([]);
  countQuestion(world.ctx, { text: 'تصميم بنر', services: 3, visitor: 'v9' });
  await writeQuestions(world.ctx);
  expect(await popularQuestions(world.ctx, 5)).toHaveLength(1);
  const { rows } = await world.ctx.pool.query('select asked from search.popular_questions');
  expect(rows).toEqual([{ asked: 5 }]);
});
