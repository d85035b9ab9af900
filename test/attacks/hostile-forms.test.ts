import type { Person } from '#test/example-people';
import { anExampleWorld } from '#test/examples';
import { formsIn, type PageForm, untouched } from '#test/forms';
import { formsOf, type FoundForm } from '#test/found-forms';
import { type Visit, visitsOf } from '#test/visits';
import { describe, expect, it } from 'vitest';

const examples = await anExampleWorld();
const { visits } = visitsOf(examples);
const forms = typedIn(await formsOf(examples, visits));

/** What a page must never show as it came. */
const RAW = ['<script>alert', '<img src=x', '<svg onload', '\u202e', '\u202d', '\u2067', '\0'];

const TEXTS = {
  'nothing at all': '',
  'a single blank': ' ',
  'a megabyte': 'ا'.repeat(500_000),
  'sixty thousand letters': 'a'.repeat(60_000),
  'NUL and other controls': 'نص\0\u0001\u0007\u001b[31m\u007f\u0085',
  'letters that turn the line around': 'abc\u202egpj.exe\u202d\u2066\u2067\u2069\u200f',
  'a heap of marks': `ز${'\u0300\u064b'.repeat(500)}`,
  emoji: '👩🏽‍💻👨‍👩‍👧‍👦🇸🇦🏴󠁧󠁢󠁥󠁮󠁧󠁿'.repeat(5),
  'half a letter': '\ud83d',
  'a script': `"'><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>`,
  'a script without brackets': `" autofocus onfocus="alert(1)" x="javascript:alert(1)`,
  'a closing tag': '</textarea></select></title><script>alert(1)</script>',
  SQL: `'; drop table identity.members; -- ' or '1'='1`,
  'SQL for another quote': `\\'; select pg_sleep(5); $$ -- /*`,
  'a template': '{{7*7}}${7*7}<%= 7*7 %>#{7*7}',
  'a path': '../../../../etc/passwd\\..\\..',
  'a header': 'x\r\nSet-Cookie: session=stolen\r\n\r\n<script>alert(1)</script>',
  'a number that is none': 'NaN',
  'a huge number': '1e400',
  'below zero': '-1',
  'more than the database holds': '99999999999999999999999999',
  'a name of every object': '__proto__',
} as const;

/** Forms in which something can be typed or chosen; a button alone takes no text. One of each kind. */
function typedIn(found: FoundForm[]): FoundForm[] {
  const wanted = found.filter(
    ({ route, form }) => route !== 'POST /appearance' && typed(form).length > 0,
  );
  return [...new Map(wanted.map((one) => [one.route + typed(one.form).join(), one])).values()];
}

function typed({ fields }: PageForm): string[] {
  const names = fields
    .filter(({ name, type }) => name !== '_csrf' && type !== 'submit')
    .map(({ name }) => name);
  return [...new Set(names)].filter((name) => name !== 'idempotencyKey');
}

const TYPED = ['text', 'textarea', 'search', 'email'];
const typable = ({ fields }: PageForm) =>
  fields.some(({ type }) => type !== 'hidden' && type !== 'submit');
/** Routes that answered a wrong form with the form, so that what they say was looked at. */
const refused = new Set<string>();

const allOf = (form: PageForm, value: string | string[]) =>
  Object.fromEntries(typed(form).map((name) => [name, value]));

/** Forms whose page has been opened: its token serves for all that is sent from it. */
const opened = new Set<FoundForm>();

/** Sends a form from the page it stands on, in one of the two languages; tries are not counted. */
async function send(
  found: FoundForm,
  values: Record<string, string | string[]>,
  prefix: '' | '/en' = '',
) {
  await examples.world.ctx.pool.query('delete from platform.limits');
  const { page, as, form } = found;
  const browser = examples.browser(as);
  if (!opened.has(found)) await browser.get(prefix + encodeURI(decodeURI(page)));
  opened.add(found);
  const { _csrf, ...kept } = untouched(form);
  const fields = { ...kept, ...values };
  return form.multipart
    ? browser.upload(prefix + form.action, fields, [])
    : browser.post(prefix + form.action, fields);
}

const EXPECTED = [200, 303, 400, 404, 409, 410, 413, 415, 422, 429];

it('has forms to fill in', () => {
  expect(new Set(forms.map(({ route }) => route)).size).toBeGreaterThan(15);
});

describe.each(forms)('$route on $page', (found) => {
  it.each(Object.entries(TEXTS))('bears %s in every field', async (_what, text) => {
    const answer = await send(found, allOf(found.form, text));
    expect(EXPECTED).toContain(answer.status);
    expect(RAW.filter((raw) => answer.text.includes(raw))).toEqual([]);
    expect(answer.headers.get('set-cookie') ?? '').not.toContain('stolen');
  });

  it('bears lists, nests and files where a word belongs', async () => {
    for (const name of typed(found.form)) {
      for (const [field, value] of [
        [name, ['one', 'two', 'three']],
        [`${name}[]`, 'one'],
        [`${name}[__proto__][x]`, 'one'],
        [`${name}.constructor.prototype`, 'one'],
      ] as const) {
        const answer = await send(found, { [field]: value as string | string[] });
        expect([field, answer.status]).toEqual([field, expect.toSatisfy(isExpected)]);
      }
    }
    const browser = examples.browser(found.as);
    await browser.get(encodeURI(decodeURI(found.page)));
    const bytes = Buffer.from('<script>alert(1)</script>');
    const files = typed(found.form).map((field) => ({
      field,
      name: '<b>.svg',
      type: 'image/svg+xml',
      bytes,
    }));
    const answer = await browser.upload(found.form.action, {}, files.slice(0, 3));
    expect(EXPECTED).toContain(answer.status);
    expect(RAW.filter((raw) => answer.text.includes(raw))).toEqual([]);
  });

  it('bears JSON of every type where a form belongs', async () => {
    const { as, page, form } = found;
    const browser = examples.browser(as);
    const tokenIn = async (address: string) =>
      /name="_csrf" value="([^"]+)"/.exec((await browser.get(address)).text)?.[1];
    // A page may be over by now (an offer that was taken): any other has the token too.
    const token = (await tokenIn(encodeURI(decodeURI(page)))) ?? (await tokenIn('/contact')) ?? '';
    for (const value of [null, true, 7, -1.5, [], [[1]], {}, { a: { b: 1 } }, '\u0000', '\ud800']) {
      const body = Object.fromEntries(typed(form).map((name) => [name, value]));
      const answer = await fetch(examples.server.url + form.action, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          'content-type': 'application/json',
          'x-csrf-token': token,
          cookie: cookiesOf(as),
        },
        body: JSON.stringify(body),
      });
      expect([JSON.stringify(value), answer.status]).toEqual([
        JSON.stringify(value),
        expect.toSatisfy(isExpected),
      ]);
    }
    for (const body of ['', 'null', '[]', '{', '"x"', '{"__proto__":{"x":1}}']) {
      const answer = await fetch(examples.server.url + form.action, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          'content-type': 'application/json',
          'x-csrf-token': token,
          cookie: cookiesOf(as),
        },
        body,
      });
      expect(EXPECTED).toContain(answer.status);
    }
  });

  it.each(['', '/en'] as const)(
    'says what is wrong in the language of "%s/", with what was typed',
    async (prefix) => {
      const word = 'كلمة <b>&"word"';
      const answer = await send(found, allOf(found.form, word), prefix);
      if (answer.status !== 422 || !typable(found.form)) return;
      refused.add(found.route);
      const messages = [...answer.text.matchAll(/id="[\w-]+-error"[^>]*>([\s\S]*?)<\/p>/g)].map(
        ([, one = '']) => one.replace(/<[^>]*>/g, '').trim(),
      );
      const summary =
        /<div class="[^"]*banner-danger[^"]*"[\s\S]*?<\/div>\s*<\/div>/.exec(answer.text)?.[0] ??
        '';
      expect(messages.join() + summary).not.toBe('');
      for (const message of messages)
        expect(message).toMatch(prefix ? /[a-z]{3}/ : /[\u0600-\u06ff]{3}/);
      if (prefix) expect(messages.join()).not.toMatch(/[\u0600-\u06ff]/);
      for (const [, id = ''] of summary.matchAll(/href="#([^"]+)"/g)) {
        expect(answer.text).toContain(`id="${id}"`);
      }
      const back = formsIn(answer.text)
        .filter(({ action }) => action === prefix + found.form.action)
        .flatMap(({ fields }) => fields);
      const words = found.form.fields.filter(({ type }) => TYPED.includes(type));
      for (const { name } of words) {
        const kept = back.filter((one) => one.name === name).map(({ value }) => value);
        expect([name, kept]).toEqual([name, expect.arrayContaining([word])]);
      }
      expect(answer.text).not.toContain('<b>&');
    },
  );
});

function isExpected(status: unknown): boolean {
  return EXPECTED.includes(Number(status));
}

function cookiesOf(person: Person): string {
  const browser = examples.browser(person);
  return ['session', 'visitor']
    .flatMap((name) => {
      const value = browser.cookie(name);
      return value ? [`${name}=${value}`] : [];
    })
    .join('; ');
}

describe('after all of it', () => {
  it('most forms came back with what was wrong in them', () => {
    expect([...refused].sort()).toEqual(expect.arrayContaining(['POST /sign-up', 'POST /contact']));
    expect(refused.size).toBeGreaterThan(12);
  });

  const pages = [
    ...new Map(visits.map((visit): [string, Visit] => [visit.as + visit.path, visit])).values(),
  ];

  it.each(pages)(
    '$path shows $as nothing that a browser would run or turn around',
    async ({ as, path }) => {
      for (const prefix of ['', '/en']) {
        const { status, text } = await examples
          .browser(as)
          .get(prefix + encodeURI(decodeURI(path)));
        expect(status).toBeLessThan(500);
        expect(RAW.filter((raw) => text.includes(raw))).toEqual([]);
      }
    },
  );

  it('every member is still there and the log holds no failure', async () => {
    const { rows } = await examples.world.ctx.pool.query(
      'select count(*)::int as count from identity.members',
    );
    expect(rows[0].count).toBeGreaterThanOrEqual(8);
    expect(examples.world.logged.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
