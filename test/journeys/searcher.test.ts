import { aPublishedService } from '#catalogue/testing';
import { aMember, PASSWORD } from '#identity/testing';
import { aChromium } from '#test/chromium';
import { aServer, type TestServer } from '#test/server';
import { aWorld } from '#test/world';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { signIn } from './members.ts';
import { manners, Person } from './person.ts';

/** «شعارات» as somebody without an Arabic keyboard writes it, with a letter too many. */
const ASKED = 'tasmim she3arrat';
const CHEAP = 'تصميم شعار احترافي بثلاثة نماذج';
const DEAR = 'تصميم شعار فاخر لعلامة تجارية';

let server: TestServer;
let chromium: Browser;

beforeAll(async () => {
  const world = await aWorld();
  server = await aServer(world, { worker: true, runningClock: true });
  world.clock.set(server.ctx.clock.now());
  await aMember(world, { email: 'searcher@example.com', displayName: 'هند الصالح' });
  await aPublishedService(world, { input: { title: CHEAP, basePriceMinor: 1_500n } });
  await aPublishedService(world, { input: { title: DEAR, basePriceMinor: 2_500n } });
  await aPublishedService(world, {
    input: {
      title: 'ترجمة 500 كلمة إلى العربية',
      description: 'أترجم نصوصك كلمة كلمة ثم أراجعها مرتين قبل التسليم في موعده. '.repeat(5),
      questions: [],
      upgrades: [],
      faq: [],
      leafKey: 'english-translation',
      tags: ['ترجمة'],
    },
  });
  chromium = await aChromium();
});

describe('a buyer who cannot type Arabic today', () => {
  it.each(manners)(
    'finds, filters and saves a search, $name',
    async ({ name: _name, ...manner }) => {
      const buyer = await Person.arrive(chromium, { site: server.url, manner, name: 'searcher' });
      const { page } = buyer;
      const titles = () => page.locator('.service-title').allInnerTexts();
      await signIn(buyer, 'searcher@example.com', PASSWORD);
      await buyer.openUntil(
        `/search?q=${encodeURIComponent(ASKED)}`,
        page.locator('.service-title').nth(1),
      );
      expect(await buyer.text('[data-part=notes]')).toContain('شعارات');
      expect((await titles()).sort()).toEqual([CHEAP, DEAR].sort());
      expect(await page.locator('.service-title mark').allInnerTexts()).toContain('شعار');
      await buyer.picture('results');

      await page.locator('input[name=price][value="15"]').check();
      if (manner.javaScript) await page.locator('.search-notes .chip').first().waitFor();
      else await buyer.send(page.locator('.filter-sheet form'));
      expect(new URL(page.url()).searchParams.get('price')).toBe('15');
      expect(await titles()).toEqual([CHEAP]);
      if (manner.javaScript) {
        // The focus stays on what was chosen, and what was found is in the polite region.
        expect(await page.evaluate(() => document.activeElement?.getAttribute('value'))).toBe('15');
        await page.goBack();
        await page.locator('.service-title').nth(1).waitFor();
        await page.goForward();
        await page.locator('.search-notes .chip').first().waitFor();
      }
      await buyer.picture('filtered');

      await buyer.send(buyer.form('/saved-searches'));
      expect(buyer.path()).toBe('/saved-searches');
      expect(await buyer.text()).toContain(ASKED);
      await buyer.press(page.locator('main h2 a').first());
      expect(await titles()).toEqual([CHEAP]);
      expect(await buyer.form('/saved-searches').count()).toBe(0);

      await buyer.open('/saved-searches');
      await buyer.send(buyer.form('/alerts'));
      await buyer.send(buyer.form('/deletion'));
      expect(await buyer.form('/deletion').count()).toBe(0);
      expect(buyer.mishaps).toEqual([]);
      await buyer.leave();
    },
  );
});

describe('suggestions while typing', () => {
  it('are chosen by keyboard, closed by Escape, and say how many they are', async () => {
    await server.ctx.pool.query(
      `insert into search.suggestions (prefix, place, kind, label, target, services, folded)
       values ('شع', 1, 'query', 'شعار', '', 5, 'شعار'), ('شع', 2, 'query', 'شعارات', '', 3, 'شعارات')
       on conflict do nothing`,
    );
    const manner = { locale: 'ar', javaScript: true } as const;
    const buyer = await Person.arrive(chromium, { site: server.url, manner, name: 'typing' });
    const { page } = buyer;
    await buyer.open('/');
    const box = page.getByRole('combobox').first();
    await box.pressSequentially('شع');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await options.count()).toBe(2);
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await box.press('Escape');
    expect(await options.count()).toBe(0);
    expect(await box.inputValue()).toBe('شع');
    await box.press('ArrowDown');
    await options.first().waitFor();
    await box.press('ArrowDown');
    await buyer.picture('suggestions');
    const chosen = await box.getAttribute('aria-activedescendant');
    expect(await page.locator(`#${chosen}`).innerText()).toContain('شعار');
    await Promise.all([page.waitForURL(/\/search\?q=/), box.press('Enter')]);
    expect(new URL(page.url()).searchParams.get('q')).toBe('شعار');
    expect(buyer.mishaps).toEqual([]);
    await buyer.leave();
  });
});
