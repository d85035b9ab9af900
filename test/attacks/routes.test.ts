import { type Person, STAFF } from '#test/example-people';
import { anExampleWorld } from '#test/examples';
import { aWatch } from '#test/fingerprint';
import { untouched } from '#test/forms';
import { formsOf } from '#test/found-forms';
import { type Target, targetsOf } from '#test/targets';
import { visitsOf } from '#test/visits';
import { describe, expect, it } from 'vitest';

const examples = await anExampleWorld();
const { visits, unvisited } = visitsOf(examples);
const found = await formsOf(examples, visits);
const targets = await targetsOf(examples);
const changed = await aWatch(examples.world);

const isPost = ({ route }: Target) => route.method === 'POST';
const isAct = ({ route }: Target) => ['POST', 'PATCH', 'DELETE'].includes(route.method);
/** Spoken by scripts and machines: other methods than pages use, bytes instead of fields. */
const isForScripts = ({ route }: Target) =>
  route.streamed || !['GET', 'POST'].includes(route.method);
const isGuarded = ({ route }: Target) => route.access !== 'public' && route.access !== 'signed';
const asksForToken = ({ route }: Target) =>
  route.access !== 'signed' && route.withoutToken === undefined;

/** What the page would send: so that nothing but the guard in question can refuse it. */
function formOf({ name, path }: Target) {
  const own = found.filter(({ route }) => route === name);
  const best = own.find(({ form }) => form.action === path) ?? own[0];
  return {
    path: best?.form.action ?? path,
    as: best?.as,
    values: best ? untouched(best.form) : {},
  };
}

const SCRIPT = {
  'tus-resumable': '1.0.0',
  'upload-offset': '0',
  'x-http-method-override': 'PATCH',
};
const BYTES = { 'content-type': 'application/offset+octet-stream' };

/** Sends a route as somebody, from a page with a token of their own. */
async function send(target: Target, person: Person, options: { token?: boolean } = {}) {
  const browser = examples.browser(person);
  if (isForScripts(target)) {
    await browser.get('/contact');
    const token: Record<string, string> = options.token === false ? { 'x-csrf-token': '' } : {};
    const type: Record<string, string> = target.route.streamed ? BYTES : {};
    return browser.send(target.route.method, target.path, { ...SCRIPT, ...type, ...token });
  }
  if (!isPost(target)) return browser.get(encodeURI(decodeURI(target.path)));
  const { path, values } = formOf(target);
  await browser.get('/contact');
  const { _csrf, ...fields } = values;
  return browser.post(path, fields, options);
}

describe('the route list', () => {
  it('leaves no page without a visitor', () => {
    expect(unvisited).toEqual([]);
  });

  it.each(visits)('shows $path to $as', async ({ path, as, status }) => {
    const answer = await examples.browser(as).get(encodeURI(decodeURI(path)));
    expect([answer.status, answer.location]).toEqual([status, undefined]);
  });

  /** Forms that stand on no page one can visit: why. */
  const WITHOUT_PAGE = [
    'POST /sandbox/pay/:chargeId/confirmation', // the second step, an answer to the first
    // For scripts: the file field of a form does the same in one go.
    'POST /uploads',
    'POST /uploads/:uploadId',
    'POST /uploads/:uploadId/file',
    // For the script of a conversation: without it nobody sees that somebody writes.
    'POST /messages/:conversationId/typing',
    // For the editor's script: its form does the same by a button.
    'POST /my/services/:serviceId/draft',
    // A second button of the form that sends the instructions.
    'POST /orders/:orderId/requirements-draft',
  ];

  it('has a form on some page for every act, and a route for every form', () => {
    const acts = targets.filter((one) => isPost(one) && one.route.access !== 'signed');
    const names = acts.map(({ name }) => name);
    const reached = new Set(found.map(({ route }) => route));
    expect([...reached].filter((route) => !names.includes(route))).toEqual([]);
    expect(names.filter((name) => !reached.has(name)).sort()).toEqual(WITHOUT_PAGE.sort());
  });
});

describe('a stranger', () => {
  it.each(targets.filter(isGuarded))('is asked to sign in at $name', async (target) => {
    const answer = await send(target, 'stranger');
    expect([answer.status, answer.location]).toEqual([303, expect.stringMatching(/^\/sign-in\?/)]);
    expect(await changed()).toEqual([]);
  });

  it.each(targets.filter(isGuarded))('without HTML gets 401 at $name', async ({ route, path }) => {
    const answer = await fetch(examples.server.url + path, {
      method: route.method,
      headers: { accept: 'application/json' },
      redirect: 'manual',
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });
});

describe('another member', () => {
  const owned = targets.filter(({ owned: yes }) => yes);

  it('has something of others to look for', () => {
    expect(owned.length).toBeGreaterThan(30);
  });

  it.each(owned)('finds nothing at $name', async (target) => {
    const { status } = await send(target, 'other');
    expect(status).toBe(404);
    expect(await changed()).toEqual([]);
  });

  it.each(owned)('finds nothing at $name without being staff for it', async (target) => {
    const { status } = await send(target, 'finance');
    expect(status).toBe(404);
    expect(await changed()).toEqual([]);
  });
});

describe('somebody without the role', () => {
  const wrong = targets.flatMap((target) => {
    const { access } = target.route;
    if (typeof access !== 'object') return [];
    const outsiders: Person[] = ['buyer', 'seller', 'other', ...STAFF];
    return outsiders
      .filter((person) => person !== 'admin' && !access.roles.includes(person))
      .map((person) => ({ ...target, person }));
  });

  it.each(wrong)('finds nothing at $name ($person)', async (target) => {
    const { status } = await send(target, target.person);
    expect(status).toBe(404);
    expect(await changed()).toEqual([]);
  });
});

describe('a form without the token of its page', () => {
  const guarded = targets.filter((one) => isPost(one) && asksForToken(one));
  const acts = targets.filter((one) => isAct(one) && asksForToken(one));

  it.each(acts)('is refused at $name', async (target) => {
    const { status } = await send(target, formOf(target).as ?? target.as, { token: false });
    expect(status).toBe(403);
    expect(await changed()).toEqual([]);
  });

  it.each(guarded)('is refused at $name with the token of another session', async (target) => {
    const { path, as = target.as, values } = formOf(target);
    const thief = as === 'other' ? 'seller' : 'other';
    const { text } = await examples.browser(thief).get('/contact');
    const stolen = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const browser = examples.browser(as);
    const { status } = await browser.post(path, { ...values, _csrf: stolen }, { token: false });
    expect(stolen).not.toBe('');
    expect(status).toBe(403);
    expect(await changed()).toEqual([]);
  });

  const open = targets.filter(({ route }) => route.withoutToken !== undefined);

  it.each(open)('from another site is refused at $name all the same', async ({ path }) => {
    const answer = await fetch(examples.server.url + path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ theme: 'dark' }),
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie().filter((one) => one.startsWith('theme='))).toEqual([]);
  });

  const signed = targets.filter(({ route }) => route.access === 'signed');
  const SIGNATURES = [undefined, '', 't=1,v1=00', 'x'.repeat(500)];

  it.each(signed)('and without a signature $name does nothing', async ({ path }) => {
    for (const signature of SIGNATURES) {
      const answer = await fetch(examples.server.url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(signature === undefined ? {} : { 'sandbox-signature': signature }),
        },
        body: JSON.stringify({ id: 'evt_1', type: 'charge.succeeded', chargeId: 'x' }),
      });
      expect([400, 401, 403]).toContain(answer.status);
    }
    expect(await changed()).toEqual([]);
  });
});
