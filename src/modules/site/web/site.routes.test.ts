import { config } from '#config';
import { listOutbox } from '#platform/mail';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';

const world = await aWorld();
const server = await aServer(world);

const PUBLIC = [
  '/',
  '/how-it-works',
  '/terms',
  '/privacy',
  '/refunds',
  '/help',
  '/help/orders',
  '/contact',
];

describe('pages for everybody', () => {
  it.each(PUBLIC.flatMap((path) => [path, path === '/' ? '/en' : `/en${path}`]))(
    '%s opens for a stranger',
    async (path) => {
      const { status, text } = await server.browser().get(path);
      expect(status).toBe(200);
      expect(text).toContain(
        path.startsWith('/en') ? '<html lang="en" dir="ltr"' : '<html lang="ar" dir="rtl"',
      );
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    },
  );

  it('each address holds itself, though the page around it is shared', async () => {
    const first = await server.browser().get('/?from=letter');
    const second = await server.browser().get('/?from=advertisement');
    expect(first.text).toContain('href="/en?from=letter"');
    expect(second.text).toContain('href="/en?from=advertisement"');
    expect(second.text).not.toContain('from=letter');
    const main = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    expect(main(second.text)).toBe(main(first.text));
    expect(main(first.text)).toContain('class="hero');
  });

  it('the home page is small, searched without a script, and shared between strangers', async () => {
    const { text, headers } = await server.browser().get('/');
    expect(text).toContain(config.brand.motto.ar);
    expect(text).toMatch(/<form[^>]+action="\/search"[^>]+method="get"/);
    expect(text).not.toContain('name="_csrf"');
    expect(headers.get('set-cookie')).toBeNull();
    expect(text).toContain('"@type":"WebSite"');
  });

  it('texts take their numbers from the rules and say which version holds', async () => {
    const { text } = await server.browser().get('/en/terms');
    for (const number of [
      '20%',
      '18%',
      '15%',
      '12%',
      '14 days',
      '72 hours',
      '48 hours',
      '$0.50',
      '$5.00',
    ]) {
      expect(text).toContain(number);
    }
    expect(text).toContain('November 1, 2026');
  });

  it.each([
    ['/help/nothing', 404],
    ['/help/__proto__', 404],
    ['/help/toString', 404],
    ['/sitemaps/services-1.xml', 404],
    ['/sitemaps/x', 404],
  ])('%s answers %d', async (path, status) => {
    expect((await server.browser().get(path)).status).toBe(status);
  });

  it('the help is searched by its address', async () => {
    const { text } = await server.browser().get(`/help?q=${encodeURIComponent('الغاء')}`);
    expect(text).toContain('/help/orders#cancel');
    const none = await server.browser().get('/en/help?q=%3Cscript%3Exylophone');
    expect(none.text).toContain('&lt;script>xylophone');
    expect(none.text).not.toContain('<script>xylophone');
  });

  it('the component page exists in a demonstration only', async () => {
    expect((await server.browser().get('/_design')).status).toBe(200);
    world.ctx.site.demo = false;
    expect((await server.browser().get('/_design')).status).toBe(404);
    world.ctx.site.demo = true;
  });

  it('search engines get a map of both languages', async () => {
    const visitor = server.browser();
    expect((await visitor.get('/robots.txt')).text).toContain(`Sitemap: ${server.url}/sitemap.xml`);
    expect((await visitor.get('/sitemap.xml')).text).toContain(`${server.url}/sitemaps/pages.xml`);
    const pages = await visitor.get('/sitemaps/pages.xml');
    expect(pages.headers.get('content-type')).toContain('application/xml');
    expect(pages.text).toContain(`hreflang="en" href="${server.url}/en/terms"`);
  });
});

describe('the choice of colours', () => {
  it('is kept in the browser and leads back', async () => {
    const visitor = server.browser();
    const sent = await visitor.post(
      '/appearance',
      { theme: 'dark', returnTo: '/help?q=x' },
      { token: false },
    );
    expect([sent.status, sent.location]).toEqual([303, '/help?q=x']);
    expect((await visitor.get('/')).text).toContain('data-theme="dark"');
    await visitor.post('/appearance', { theme: 'auto', returnTo: '/' }, { token: false });
    expect((await visitor.get('/')).text).not.toContain('data-theme=');
  });

  it.each([
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/en//evil.example',
    '/%ff',
    'x',
    '',
  ])('leads to no other site: %j', async (returnTo) => {
    const sent = await server
      .browser()
      .post('/appearance', { theme: 'dark', returnTo }, { token: false });
    expect([sent.status, sent.location]).toEqual([303, '/']);
  });

  it('is not taken from another site', async () => {
    const answer = await fetch(`${server.url}/appearance`, {
      method: 'POST',
      body: new URLSearchParams({ theme: 'dark' }),
      headers: { 'sec-fetch-site': 'cross-site' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(403);
  });
});

describe('writing to the staff', () => {
  const good = {
    name: 'سلمى',
    email: 'salma@example.com',
    topic: 'order',
    order: '7f3k92qd',
    message: 'لم أجد الملف الذي سلّمه البائع في صفحة الطلب.',
  };
  const fresh = async () => {
    const visitor = server.browser();
    const { text } = await visitor.get('/contact');
    const idempotencyKey = /name="idempotencyKey" value="([^"]+)"/.exec(text)?.[1] ?? '';
    return { visitor, idempotencyKey };
  };

  it('works for a stranger and gives a number', async () => {
    const { visitor, idempotencyKey } = await fresh();
    const sent = await visitor.post('/contact', { ...good, idempotencyKey });
    expect(sent.status).toBe(303);
    const { text } = await visitor.open(sent.location ?? '');
    const reference = /M-[0-9A-Z]{8}/.exec(text)?.[0];
    expect(reference).toBeDefined();
    const mails = await listOutbox(world.ctx, config.brand.supportEmail);
    const mail = mails.find(({ subject }) => subject.includes(reference ?? ''));
    expect(mail?.text).toContain('order #7F3K-92QD');
  });

  it.each([
    ['name', '', 'اكتب اسمك'],
    ['name', 'س'.repeat(61), 'أطول من 60'],
    ['email', '', 'اكتب بريدك'],
    ['email', 'salma@', 'غير صحيح'],
    ['topic', '', 'اختر الموضوع'],
    ['topic', 'spam', 'من القائمة'],
    ['order', '12', 'رقم الطلب'],
    ['message', '', 'اكتب رسالتك'],
    ['message', 'قصيرة', '20 حرفًا'],
    ['message', 'س'.repeat(4_001), '4,000'],
  ])('refuses %s %.12s with the values kept', async (field, value, words) => {
    const { visitor, idempotencyKey } = await fresh();
    const before = (await listOutbox(world.ctx)).length;
    const sent = await visitor.post('/contact', { ...good, idempotencyKey, [field]: value });
    expect(sent.status).toBe(422);
    expect(sent.text).toContain(words);
    const other = field === 'message' ? good.email : 'لم أجد الملف';
    expect(sent.text).toContain(other);
    expect(await listOutbox(world.ctx)).toHaveLength(before);
  });

  it('beyond the limit answers 429 and holds all that was typed, to be sent again', async () => {
    const { visitor, idempotencyKey } = await fresh();
    const hurried = { ...good, message: `${good.message} "أخرى" <b>`, idempotencyKey };
    let sent = await visitor.post('/contact', hurried);
    for (let tries = 0; sent.status !== 429 && tries < 10; tries += 1)
      sent = await visitor.post('/contact', hurried);
    expect(sent.status).toBe(429);
    expect(sent.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(sent.text).toMatch(/<form[^>]+action="\/contact"[^>]+method="post"/);
    expect(sent.text).toContain(
      'name="message" value="لم أجد الملف الذي سلّمه البائع في صفحة الطلب. &quot;أخرى&quot; &lt;b',
    );
    expect(sent.text).toContain(`name="idempotencyKey" value="${idempotencyKey}"`);
    expect(sent.text).toContain('أعد المحاولة');
  });

  it('asks for the token of its page', async () => {
    const { visitor, idempotencyKey } = await fresh();
    const sent = await visitor.post('/contact', { ...good, idempotencyKey }, { token: false });
    expect(sent.status).toBe(403);
  });
});
