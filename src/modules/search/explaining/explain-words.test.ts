import { aPublishedService } from '#catalogue/testing';
import { drainFacts } from '#platform/facts';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { explainWords } from './explain-words.ts';

const world = await aWorld();
const { serviceId } = await aPublishedService(world, { input: { title: 'تصميم شعار للمقاهي' } });
await drainFacts(world.ctx, searchListeners);

describe('the words of a question', () => {
  it.each([
    ['شعارات المقهى', []],
    ['تصميم شعار بطاطس', ['بطاطس']],
  ])('%j: the service lacks %j', async (text, missing) => {
    expect((await explainWords(world.ctx, { serviceId, text })).missing).toEqual(missing);
  });

  it('are not looked for in a service that is on no list', async () => {
    const asked = { serviceId: '0190aaaa-0000-7000-8000-000000000000', text: 'شعار' };
    await expect(explainWords(world.ctx, asked)).rejects.toMatchObject({ code: 'not-found' });
  });
});
