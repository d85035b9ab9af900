import { aChromium } from '#test/chromium';
import { anExampleWorld } from '#test/examples';
import { it } from 'vitest';

const examples = await anExampleWorld();
const chromium = await aChromium();
const pages = [
  ['results', '/search?q=شعار', 'buyer'],
  ['filtered', '/search?q=شعارت&price=20&ai=none&days=7', 'stranger'],
  ['none', '/search?q=شعار&price=5&days=1', 'stranger'],
  ['nothing', '/search?q=qqqqqqq', 'buyer'],
  ['relaxed', '/search?q=شعار كمثرى', 'stranger'],
  ['ask', '/search', 'stranger'],
  ['saved', '/saved-searches', 'buyer'],
  ['ranking', '/help/ranking', 'stranger'],
  ['place', `/my/services/place?service=${examples.services.published}&q=شعار`, 'seller'],
  ['desk', '/staff/search?q=شعارات', 'reviewer'],
  ['stop', `/search-alerts/${examples.searches.live}`, 'stranger'],
] as const;

it('is looked at', { timeout: 300_000 }, async () => {
  for (const [width, colorScheme, prefix] of [
    [390, 'light', ''],
    [1280, 'light', ''],
    [1280, 'dark', '/en'],
    [390, 'dark', ''],
  ] as const) {
    for (const [name, path, as] of pages) {
      const context = await chromium.newContext({ viewport: { width, height: 844 }, colorScheme });
      const value = examples.browser(as).cookie('session');
      if (value) await context.addCookies([{ name: 'session', value, url: examples.server.url }]);
      const page = await context.newPage();
      await page.goto(examples.server.url + prefix + path);
      await page.waitForTimeout(300);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      if (wide) console.log('WIDE', name, width, prefix);
      const file = (what: string) =>
        `/tmp/w/sp-${what}-${width}-${colorScheme}${prefix ? '-en' : ''}.png`;
      await page.screenshot({ path: file(name), fullPage: name !== 'ranking' });
      if (name === 'filtered' && width === 390) {
        await page.locator('.filter-open').click();
        await page.waitForTimeout(200);
        await page.screenshot({ path: file('sheet') });
      }
      await context.close();
    }
  }
});
