import { aPublishedService } from '#catalogue/testing';
import { aMember, mailTo } from '#identity/testing';
import { drainFacts } from '#platform/facts';
import { addMs, DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/time';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { searchListeners } from '../jobs/index-services.listener.ts';
import { tellOfNewMatches } from '../notices/saved-search.notice.ts';
import { alertToken } from './alert-token.ts';
import { deleteSavedSearch } from './delete-saved-search.ts';
import { renameSavedSearch } from './rename-saved-search.ts';
import { saveSearch } from './save-search.ts';
import { mostSaved } from './saved-search.ts';
import { listSavedSearches } from './saved-search-store.ts';
import { sendAlerts } from './send-alerts.ts';
import { setAlerts } from './set-alerts.ts';
import { stopAlerts } from './stop-alerts.ts';

const world = await aWorld();
const buyer = await aMember(world);
const other = await aMember(world);
const seller = await aMember(world);
const own = world.as(buyer.memberId);

const later = (ms: number) => world.clock.set(addMs(world.clock.now(), ms));
/** Says nothing of what is searched for. */
const PLAIN = 'أعمل معك خطوة بخطوة حتى ترضى عن النتيجة، وأسلّم في الموعد كل مرة. '.repeat(5);
const publish = async (
  title: string,
  { sellerId = seller.memberId, leafKey = 'logo-design' } = {},
) => {
  later(MINUTE_MS);
  await aPublishedService(world, {
    sellerId,
    input: { title, leafKey, tags: ['فن'], description: PLAIN },
  });
  world.clock.set(addMs(world.clock.now(), 5 * MINUTE_MS));
  await drainFacts(world.ctx, searchListeners);
};
const look = () => sendAlerts(world.ctx, tellOfNewMatches);
const letters = async () => (await mailTo(world, buyer.email)).map(({ subject }) => subject);

describe('a saved search', () => {
  it('is kept once, in one address, however often it is saved', async () => {
    const saved = await Promise.all([
      saveSearch(own, { address: '/search?price=20&q=شعار&page=3' }),
      saveSearch(own, { address: '/search?q=شعار&price=20&sort=nonsense' }),
    ]);
    expect(new Set(saved).size).toBe(1);
    const [first] = await listSavedSearches(own);
    expect(first).toMatchObject({ name: 'شعار', alerts: true });
    expect(decodeURIComponent(first?.address ?? '')).toBe('/search?q=شعار&price=20');
  });

  it('has a name of the member’s choosing', async () => {
    const [saved] = await listSavedSearches(own);
    await renameSavedSearch(own, { savedId: saved?.savedId ?? '', name: '  شعار المقهى ' });
    expect((await listSavedSearches(own))[0]?.name).toBe('شعار المقهى');
  });

  it.each([
    [
      'a search for nothing',
      () => saveSearch(own, { address: '/search?price=20' }),
      'invalid-input',
    ],
    ['another address', () => saveSearch(own, { address: 'https://example.com' }), 'invalid-input'],
    [
      'a stranger',
      () => saveSearch(world.stranger, { address: '/search?q=a' }),
      'sign-in-required',
    ],
    ['a name of blanks', async () => rename(own, '  '), 'invalid-input'],
    ['a name without end', async () => rename(own, 'ا'.repeat(81)), 'invalid-input'],
    ['another’s renaming', async () => rename(world.as(other.memberId), 'لي'), 'not-found'],
    ['another’s deleting', async () => remove(world.as(other.memberId)), 'not-found'],
    ['a stranger’s deleting', async () => remove(world.stranger), 'sign-in-required'],
    ['another’s letters', async () => mute(world.as(other.memberId)), 'not-found'],
    ['an id that is none', () => deleteSavedSearch(own, { savedId: 'x' }), 'not-found'],
    ['a link of nobody’s making', async () => stop((token) => `${token}x`), 'not-found'],
    ['a link for another search', async () => stop((token) => `f${token.slice(1)}`), 'not-found'],
  ])('is refused to %s', async (_who, act, code) => {
    await expect(act()).rejects.toMatchObject({ code });
  });

  const ownId = async () => (await listSavedSearches(own))[0]?.savedId ?? '';
  const rename = async (ctx: typeof own, name: string) =>
    renameSavedSearch(ctx, { savedId: await ownId(), name });
  const remove = async (ctx: typeof own) => deleteSavedSearch(ctx, { savedId: await ownId() });
  const mute = async (ctx: typeof own) => setAlerts(ctx, { savedId: await ownId(), alerts: false });
  const stop = async (change: (token: string) => string) =>
    stopAlerts(world.stranger, { token: change(alertToken(world.ctx, await ownId())) });

  it(`is one of ${mostSaved} at most, also when many are saved at once`, async () => {
    const all = Array.from({ length: mostSaved + 4 }, (_, index) =>
      saveSearch(world.as(other.memberId), { address: `/search?q=a${index}` }),
    );
    const outcomes = await Promise.allSettled(all);
    const refused = outcomes.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(4);
    expect(refused[0]?.reason).toMatchObject({ code: 'too-many-saved' });
    for (const { savedId } of await listSavedSearches(world.as(other.memberId)))
      await deleteSavedSearch(world.as(other.memberId), { savedId });
  });
});

describe('letters about what is new', () => {
  it('name the new services, once a day at most', async () => {
    await publish('تصميم شعارات المقاهي');
    await publish('ترجمة مقال عن القهوة', { leafKey: 'english-translation' });
    later(4 * HOUR_MS);
    expect(await look()).toBe(1);
    expect(await letters()).toEqual(['خدمة جديدة تطابق بحثك «شعار المقهى»']);
    const [mail] = await mailTo(world, buyer.email);
    expect(mail?.text).toContain('تصميم شعارات المقاهي');
    expect(mail?.text).not.toContain('مقال');
    expect(mail?.text).toMatch(/\/search-alerts\/[\w-]+\.[\w-]+/);
    await publish('تصميم شعار لمخبز');
    later(4 * HOUR_MS);
    expect(await look()).toBe(0);
    later(DAY_MS);
    expect(await look()).toBe(1);
    expect(await letters()).toHaveLength(2);
    later(2 * DAY_MS);
    expect(await look()).toBe(0);
  });

  it('tell nobody of their own services, and respect the filters', async () => {
    await publish('تصميم شعار يخصني', { sellerId: buyer.memberId });
    await aPublishedService(world, {
      sellerId: seller.memberId,
      input: { title: 'تصميم شعار غالٍ', basePriceMinor: 2_500n },
    });
    await drainFacts(world.ctx, searchListeners);
    later(4 * HOUR_MS);
    expect(await look()).toBe(0);
  });

  it('are sent once when two look at the same time', async () => {
    await publish('تصميم شعار سريع');
    later(4 * HOUR_MS);
    const told = await Promise.all([look(), look(), look()]);
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(1);
  });

  it('carry the address of one press for mail programs', async () => {
    const { rows } = await world.ctx.pool.query(
      'select unsubscribe_url as url from platform.outgoing_mail where recipient = $1',
      [buyer.email],
    );
    for (const { url } of rows) expect(url).toMatch(/^http:\/\/localhost:3000\/search-alerts\//);
  });

  it('end by the link, without signing in', async () => {
    const [saved] = await listSavedSearches(own);
    const token = alertToken(world.ctx, saved?.savedId ?? '');
    await stopAlerts(world.stranger, { token });
    await stopAlerts(world.stranger, { token });
    await publish('تصميم شعار بعد التوقف');
    later(2 * DAY_MS);
    expect(await look()).toBe(0);
    expect((await listSavedSearches(own))[0]?.alerts).toBe(false);
  });
});
