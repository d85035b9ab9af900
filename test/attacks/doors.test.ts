import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { PASSWORD } from '#identity/testing';
import { anExampleWorld } from '#test/examples';
import { aWatch } from '#test/fingerprint';
import { type Target, targetsOf } from '#test/targets';
import { visitsOf } from '#test/visits';
import { beforeAll, describe, expect, it } from 'vitest';

const examples = await anExampleWorld();
const { server, people, browser } = examples;
const { visits } = visitsOf(examples);
const targets = await targetsOf(examples);
const changed = await aWatch(examples.world);
const addressed = (path: string) => encodeURI(decodeURI(path));

describe('what every page says to the browser', () => {
  const pages = [...new Map(visits.map((visit) => [visit.route, visit])).values()];

  it.each(pages)('$path has the headers that protect it, and nothing inline', async (visit) => {
    const { headers, text } = await browser(visit.as).get(addressed(visit.path));
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('strict-origin-when-cross-origin');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
    expect(text).not.toMatch(/<[a-z][^>]*\s(?:style|on[a-z]+)=/);
    const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, tag]) => tag ?? '');
    expect(scripts.filter((tag) => !/\ssrc="\/|application\/ld\+json/.test(tag))).toEqual([]);
    if (visit.as !== 'stranger') {
      expect(headers.get('cache-control')).toBe('private, no-store');
    }
  });

  it.each(pages)('$path sets no cookie that a script could read', async (visit) => {
    const { headers } = await server.browser().get(addressed(visit.path));
    for (const line of headers.getSetCookie()) {
      expect(line).toMatch(/; HttpOnly/);
      expect(line).toMatch(/; SameSite=(?:Lax|Strict)/);
      expect(line).toMatch(/; Path=\//);
    }
  });

  it.each([
    ['a page that is not there', '/nowhere', {}],
    ['a method that is not known', '/', { method: 'DELETE' }],
    ['a picture', targets.find(({ name }) => name.startsWith('GET /media/'))?.path ?? '', {}],
    ['the list for search engines', '/sitemap.xml', {}],
    ['health', '/health', {}],
  ] as const)('%s has them too', async (_what, path, init) => {
    const { headers } = await fetch(server.url + path, init);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('files of orders are downloads that nobody between may keep', async () => {
    const { orders } = examples;
    const path = `/orders/${orders.id('working')}/files/${orders.fileId}`;
    const { status, headers } = await browser('buyer').get(path);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toMatch(/^attachment/);
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('a foreign Host header changes no link', async () => {
    const text = await textWithHost('/', 'evil.example');
    expect(text).toContain('<html');
    expect(text).not.toContain('evil.example');
  });
});

function textWithHost(path: string, host: string): Promise<string> {
  return new Promise((done, fail) => {
    const asked = request(server.url + path, { headers: { host } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => done(text));
    });
    asked.on('error', fail).end();
  });
}

describe('an id that was guessed', () => {
  const GUESSES = [
    '1',
    'x',
    randomUUID(),
    '00000000-0000-0000-0000-000000000000',
    '01938d6e-0000-7000-8000-0000000000zz',
    'x'.repeat(250),
    'x'.repeat(4_000),
    '%00',
    '%e2%80%ae',
    '%ff',
    '%',
    '..%2f..%2fetc%2fpasswd',
    "'%20or%20'1'%3d'1",
    '<script>',
    '[object%20Object]',
    '9'.repeat(40),
  ];
  const withIds = targets.filter(({ route }) => route.path.includes('/:'));

  // The number alone of what is public leads to its full address.
  const OPEN = [
    'GET /services/:numberAndSlug',
    'GET /services/:numberAndSlug/reviews',
    'GET /collections/:numberAndSlug',
  ];

  const put = ({ route }: Target, guess: string) => route.path.replace(/:\w+/g, guess);

  // What others did before is not what a guess does.
  beforeAll(async () => {
    await changed();
  });

  it.each(withIds)('leads nowhere at $name', async (target) => {
    const { route, as } = target;
    await browser(as).get('/contact');
    const answers: [string, number][] = [];
    for (const guess of GUESSES) {
      const path = put(target, guess);
      const { status } =
        route.method === 'GET' ? await browser(as).get(path) : await browser(as).post(path);
      answers.push([guess, status]);
    }
    // A link that works once is void (410) whatever stands in it; a machine without signature is 401.
    const allowed = [400, 401, 404, 410, 414, 422];
    if (OPEN.includes(target.name)) allowed.push(301);
    const others = answers.filter(([, status]) => !allowed.includes(status));
    expect(others.filter(([, status]) => status !== 303)).toEqual([]);
    expect(others.length === 0 || /token/.test(route.path)).toBe(true);
    expect(await changed()).toEqual([]);
  });
});

describe('where one cannot go', () => {
  const LANGUAGES = [
    ['', 'rtl', /الصفحة|غير|هذ/],
    ['/en', 'ltr', /page|form|found|allowed|accepted/i],
  ] as const;

  it.each(LANGUAGES)(
    'an unknown address under "%s" is a helpful 404',
    async (prefix, dir, words) => {
      const { status, text } = await browser('stranger').get(`${prefix}/no/such/page`);
      expect(status).toBe(404);
      expect(text).toContain(`dir="${dir}"`);
      expect(text).toMatch(words);
      expect(text).toContain(`href="${prefix || '/'}"`);
    },
  );

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is a helpful 405', async (method) => {
    for (const [prefix, dir] of LANGUAGES) {
      const answer = await fetch(`${server.url}${prefix}/orders`, {
        method,
        headers: { accept: 'text/html' },
      });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toContain('GET');
      expect(await answer.text()).toContain(`dir="${dir}"`);
    }
  });

  it('a form for a page that only shows is a helpful 405', async () => {
    const answer = await browser('buyer').post('/orders');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('an act opened like a page is a helpful 405', async () => {
    const path = `/orders/${examples.orders.id('working')}/messages`;
    const answer = await browser('buyer').get(path);
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it.each(['text/xml', 'application/octet-stream', 'text/plain', 'image/svg+xml', 'nonsense'])(
    'a form sent as %s is a helpful 415',
    async (type) => {
      for (const [prefix, dir] of LANGUAGES) {
        const answer = await fetch(`${server.url}${prefix}/sign-in`, {
          method: 'POST',
          headers: { accept: 'text/html', 'content-type': type },
          body: '<x/>',
        });
        expect(answer.status).toBe(415);
        expect(await answer.text()).toContain(`dir="${dir}"`);
      }
    },
  );

  it('a machine is told so in JSON', async () => {
    const headers = { accept: 'application/json' };
    const answer = await fetch(`${server.url}/en/nowhere`, { headers });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await answer.json()).toMatchObject({ status: 404 });
  });

  it.each([
    '%',
    '/%zz',
    '/%ff%fe',
    '/services/%',
    '/%00',
    `/${'x'.repeat(9_000)}`,
    '/..%2f..%2f',
    '//x',
  ])('the broken address "%s" is no error of ours', async (path) => {
    const { status } = await browser('stranger').get(path.startsWith('/') ? path : `/${path}`);
    expect([400, 404, 414]).toContain(status);
  });

  it.each([
    '/search?q=%ff',
    '/search?q[]=1&q[]=2',
    '/search?page=-1',
    '/search?page=1e99',
    '/categories?x=%',
    '/orders?before=%00',
    '/orders?before=nonsense',
    '/orders?before=2026-13-99T99:99:99Z',
    '/wallet?before=999999999999999999',
    '/wallet?before=99999999999999999999',
    '/notices?page=-5',
    '/notices?page=1e300',
    '/notices?page=9007199254740993',
    '/staff?x[__proto__]=1',
    '/checkout?service=',
    '/checkout?service=1&quantity=1e9',
    '/contact?sent=<script>',
    '/contact?topic=__proto__',
    '/help/__proto__',
    '/help/constructor',
    '/sitemaps/services-99999999999999999999.xml',
    '/sitemaps/services-0.xml',
    '/demo/outbox?to=%00',
  ])('the strange question %s is no error of ours', async (path) => {
    const { status } = await browser('buyer').get(path);
    expect(status).toBeLessThan(500);
  });
});

describe('a redirect', () => {
  const ELSEWHERE = [
    'https://evil.example/',
    '//evil.example/',
    '///evil.example/',
    '/\\evil.example/',
    '\\\\evil.example/',
    '/%5c%5cevil.example',
    '/en//evil.example/',
    '/en/en//evil.example',
    '/\t/evil.example/',
    '/\n//evil.example/',
    '/.//evil.example',
    '/..//evil.example',
    '/%2f/evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '@evil.example',
    '.evil.example',
    '/%',
    '/%ff',
  ];
  const origin = new URL(server.url).origin;
  const stays = (location: string | undefined) =>
    new URL(location ?? '', `${origin}/sign-in`).origin === origin &&
    !/^\/[/\\]/.test(location ?? '');

  it.each(ELSEWHERE)('after signing in never leads to %j', async (next) => {
    const visitor = server.browser();
    await visitor.get(`/sign-in?next=${encodeURIComponent(next)}`);
    const email = people.email('seller');
    const { status, location } = await visitor.post('/sign-in', {
      email,
      password: PASSWORD,
      next,
    });
    expect(status).toBe(303);
    expect(stays(location)).toBe(true);
  });

  it.each(ELSEWHERE)(
    'of the theme and of who is signed in already never leads to %j',
    async (to) => {
      const theme = await browser('buyer').post('/appearance', { theme: 'dark', returnTo: to });
      expect([theme.status, stays(theme.location)]).toEqual([303, true]);
      const signedIn = await browser('buyer').get(`/sign-in?next=${encodeURIComponent(to)}`);
      expect([signedIn.status, stays(signedIn.location)]).toEqual([303, true]);
    },
  );

  it.each([
    '//evil.example/',
    '/en//evil.example',
    '//evil.example/%2e%2e/',
    '/services//evil.example',
  ])('of an address such as %s stays here', async (path) => {
    const { location } = await browser('stranger').get(server.url + path);
    expect(stays(location ?? '/')).toBe(true);
  });
});
