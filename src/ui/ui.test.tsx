import type { ComponentChildren } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { DEFAULT_READER, type Locale } from '#platform/i18n';
import { describe, expect, it } from 'vitest';
import {
  type Assets,
  Button,
  CardGrid,
  Checkbox,
  Composer,
  Countdown,
  DesignPage,
  ErrorSummary,
  Form,
  FilterPanel,
  hrefFor,
  hueClass,
  initialOf,
  Money,
  MoneyInput,
  type PageValue,
  Pagination,
  PageProvider,
  renderPage,
  Select,
  ServiceCard,
  shownPages,
  StarRating,
  TextInput,
  UserText,
} from './index.ts';
import { sampleServices } from './design/sample.ts';

const now = new Date('2026-11-23T07:42:00Z');
const assets: Assets = { css: ['/a.css'], fonts: ['/f.woff2'], js: (name) => `/${name}.js` };

function renderFragment(value: PageValue, body: ComponentChildren): string {
  return renderToString(<PageProvider value={value}>{body}</PageProvider>);
}

function aPage(locale: Locale, more: Partial<PageValue> = {}): PageValue {
  const reader = { ...DEFAULT_READER, locale };
  const path = '/services?sort=new';
  const href = hrefFor(reader);
  return { reader, href, path, origin: 'https://h.test', now, theme: 'auto', assets, ...more };
}

const member: Partial<PageValue> = {
  csrfToken: 'token-1',
  viewer: {
    memberId: 'm1',
    displayName: 'هند',
    handle: 'hind',
    balanceMinor: 4_250n,
    unreadNotices: 2,
    unreadMessages: 0,
    cartLines: 0,
    roles: ['reviewer'],
  },
};

const head = { title: 'الخدمات', canonicalPath: '/services', jsonLd: { name: '</script>' } };

describe.each(['ar', 'en'] as const)('every component in %s', (locale) => {
  const html = renderPage(aPage(locale, member), head, <DesignPage />);

  it('has no inline style, handler or script, which the content policy forbids', () => {
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect(html).not.toMatch(/<script(?![^>]*(?: src=|ld\+json))/);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });

  it('gives every id once', () => {
    const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]);
    const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
    expect(ids.length).toBeGreaterThan(30);
    expect(twice).toEqual([]);
  });

  it('describes controls only by what is there', () => {
    const ids = new Set([...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1]));
    const named = [
      ...html.matchAll(/\s(?:for|aria-describedby|popovertarget|data-dialog)="([^"]*)"/g),
    ];
    const missing = named
      .flatMap((match) => match[1]?.split(' ') ?? [])
      .filter((id) => !ids.has(id));
    expect(missing).toEqual([]);
  });

  it('carries the token in every form that posts, and in no other', () => {
    const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
    const posting = forms.filter((form) => /^<form[^>]*method="post"/.test(form));
    expect(posting.length).toBeGreaterThan(4);
    expect(posting.filter((form) => !form.includes('name="_csrf" value="token-1"'))).toEqual([]);
    expect(forms.filter((form) => form.includes('_csrf'))).toHaveLength(posting.length);
  });

  it('isolates every amount', () => {
    const amount = /<bdi dir="ltr" class="money[^>]*>[+−]?\$[\d.,]+<\/bdi>/g;
    expect(html.match(amount)?.length).toBeGreaterThan(15);
    expect(html.replace(amount, '')).not.toMatch(/\$\d/);
  });
});

describe('the document', () => {
  it('says its language, direction, canonical address and the other language', () => {
    const english = renderPage(aPage('en'), head, <p>x</p>);
    expect(english).toMatch(/^<!doctype html><html lang="en" dir="ltr"/);
    expect(english).toContain('<link rel="canonical" href="https://h.test/en/services"');
    expect(english).toContain('hreflang="ar" href="https://h.test/services"');
    expect(english).toMatch(/href="\/services\?sort=new" hreflang="ar"/);
    const arabic = renderPage(aPage('ar'), head, <p>x</p>);
    expect(arabic).toContain('<html lang="ar" dir="rtl"');
    expect(arabic).toMatch(/href="\/en\/services\?sort=new" hreflang="en"/);
  });

  it('wears the chosen colours from the first byte', () => {
    expect(renderPage(aPage('ar', { theme: 'dark' }), head, null)).toContain('data-theme="dark"');
    expect(renderPage(aPage('ar'), head, null)).not.toMatch(/<html[^>]*data-theme/);
  });

  it('shows strangers the way in, members their money, staff the administration', () => {
    const stranger = renderPage(aPage('ar'), head, null);
    const viewer = renderPage(aPage('ar', member), head, null);
    expect(stranger).toContain('href="/sign-in"');
    expect(stranger).not.toContain('href="/wallet"');
    expect(viewer).toContain('$42.50');
    expect(viewer).toContain('href="/staff"');
    expect(viewer).not.toContain('href="/sign-in"');
  });

  it('tells what was just done, bad news as an alert', () => {
    const flash = { tone: 'danger', text: 'لم يكفِ الرصيد.' } as const;
    const html = renderPage(aPage('ar', { flash }), head, null);
    expect(html).toMatch(/class="toast toast-danger" role="alert"/);
  });
});

describe('a form that came back', () => {
  const html = renderFragment(
    aPage('ar'),
    <Form
      action="/x"
      errors={{ title: 'قصير', terms: 'وافق' }}
      values={{ title: '<b>شعار', price: '١٥', days: '3', password: 'secret' }}
      idempotencyKey="k1"
    >
      <ErrorSummary />
      <TextInput name="title" label="العنوان" hint="من 12 حرفًا" />
      <TextInput name="password" type="password" label="كلمة المرور" />
      <MoneyInput name="price" label="السعر" valueMinor={500n} />
      <Select
        name="days"
        label="المدة"
        options={[
          { value: '1', label: '1' },
          { value: '3', label: '3' },
        ]}
      />
      <Checkbox name="terms" label="أوافق" checked />
      <Button>أرسل</Button>
    </Form>,
  );

  it('keeps what was typed, harmless, but never a password', () => {
    expect(html).toContain('value="&lt;b>شعار"');
    expect(html).toContain('value="١٥"');
    expect(html).toMatch(/<option[^>]*value="3"[^>]*selected/);
    expect(html).not.toContain('secret');
  });

  it('focuses the first wrong field and describes it by its error', () => {
    expect(html.match(/autofocus/g)).toHaveLength(1);
    expect(html).toMatch(/id="field-title"[^>]*autofocus/);
    expect(html).toContain('aria-describedby="field-title-hint field-title-error"');
    expect(html).toContain('href="#field-terms"');
  });

  it('carries the key that makes a repeated sending harmless', () => {
    expect(html).toContain('name="idempotencyKey" value="k1"');
  });
});

describe('parts', () => {
  const render = (node: Parameters<typeof renderFragment>[1], locale: Locale = 'ar') =>
    renderFragment(aPage(locale), node);

  it('a card is a link to its service in the language of the page', () => {
    const [service] = sampleServices;
    const html = render(<CardGrid>{service && <ServiceCard {...service} />}</CardGrid>, 'en');
    expect(html).toContain('href="/en/services/sample-195"');
    expect(html).toContain('from');
  });

  it('ratings are read aloud in words', () => {
    expect(render(<StarRating average={4.9} count={11} />)).toContain('من 11 تقييمًا');
    expect(render(<StarRating average={4} look="five" />)).toContain('4 نجوم من 5');
  });

  it('amounts follow the digits of the reader', () => {
    const reader = { ...DEFAULT_READER, digits: 'arab' } as const;
    const html = renderFragment({ ...aPage('ar'), reader }, <Money amountMinor={1_500n} />);
    expect(html).toContain('$١٥٫٠٠');
  });

  it('a countdown past its end says so', () => {
    const html = render(<Countdown until={new Date(now.getTime() - 3_600_000)} tellLate />);
    expect(html).toContain('تأخر');
    expect(html).toContain('countdown-over');
  });

  it('pages of a long list leave gaps, and one page shows nothing', () => {
    expect(shownPages(1, 3)).toEqual([1, 2, 3]);
    expect(shownPages(5, 9)).toEqual([1, 0, 4, 5, 6, 0, 9]);
    expect(shownPages(4, 9)).toEqual([1, 2, 3, 4, 5, 0, 9]);
    expect(render(<Pagination page={1} pageCount={1} hrefFor={() => '/'} />)).toBe('');
  });

  it('what people wrote is escaped and has its own direction', () => {
    const html = render(<UserText text={'<script>\n\nثانٍ'} />);
    expect(html).toContain('<p dir="auto">&lt;script></p>');
    expect(html.match(/<p /g)).toHaveLength(2);
  });

  it('a composer keeps the message that was refused', () => {
    const html = render(
      <Composer action="/o" label="رسالة" errors={{ text: 'طويل' }} values={{ text: 'مرحبًا' }} />,
    );
    expect(html).toContain('>مرحبًا</textarea>');
    expect(html).toContain('id="field-text-error"');
  });

  it('filters work without a script: a GET form in a popover', () => {
    const html = render(
      <FilterPanel action="/s" clearHref="/s" activeCount={2}>
        <p>x</p>
      </FilterPanel>,
    );
    expect(html).toMatch(/popovertarget="filters"/);
    expect(html).toMatch(/<form action="\/s" method="get"/);
  });

  it('initials leave off the article, colours have a class', () => {
    expect(initialOf('الحسن')).toBe('ح');
    expect(initialOf('  ')).toBe('؟');
    expect(hueClass(359)).toBe('hue-0');
    expect(hueClass(195)).toBe('hue-13');
  });
});
