import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { Browser } from '#test/browser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aPlace,
  command,
  freePort,
  launch,
  type Outcome,
  postmasterOf,
  startSite,
} from './site.ts';

const ADMIN = {
  ADMIN_EMAIL: 'nader@example.com',
  ADMIN_NAME: 'نادر المدير',
  ADMIN_PASSWORD: 'سبع نخلات خلف البيت القديم',
};

let place: Awaited<ReturnType<typeof aPlace>>;
beforeAll(async () => {
  place = await aPlace();
});
afterAll(() => place.end());

/** One clear line, and nothing left running. */
function expectRefusal(outcome: Outcome, words: RegExp): void {
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  expect(outcome.stderr).toMatch(words);
  expect(outcome.code).toBe(1);
}

describe('starting and stopping', () => {
  it('starts, answers, serves the commands beside it, and TERM stops the database too', async () => {
    const site = await startSite({ dataDir: place.dataDir, port: await freePort() });
    expect(site.stdout).toContain('buyer@souq.example');
    for (const path of ['/health', '/ready', '/', '/en']) {
      expect((await fetch(site.url + path)).status, path).toBe(200);
    }
    const env = { DATA_DIR: place.dataDir };
    const made = await command('admin:create', { ...env, ...ADMIN });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const again = await command('admin:create', { ...env, ...ADMIN });
    expect(again.code).toBe(1);
    const proof = await command('ledger:verify', env);
    expect(proof.code).toBe(0);
    const report = JSON.parse(proof.stdout) as Record<string, unknown>;
    expect(report).toMatchObject({ ok: true, differences: [] });
    expect(Object.keys(report)).toEqual(
      expect.arrayContaining(['transfers', 'accounts', 'members', 'escrowHeld']),
    );
    const browser = new Browser(site.url);
    await browser.get('/sign-in');
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = ADMIN;
    await browser.post('/sign-in', { email, password, next: '/staff' });
    expect((await browser.get('/staff/members')).status).toBe(200);
    // The commands left the database to the site.
    expect((await fetch(`${site.url}/ready`)).status).toBe(200);
    expect(await site.end('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(postmasterOf(place.dataDir)).toBeUndefined();
  });

  it('starts a second time within seconds, and after a SIGKILL as well', async () => {
    const port = await freePort();
    const began = performance.now();
    const second = await startSite({ dataDir: place.dataDir, port });
    expect(performance.now() - began).toBeLessThan(10_000);
    await second.end('SIGKILL');
    const third = await startSite({ dataDir: place.dataDir, port });
    expect((await fetch(`${third.url}/ready`)).status).toBe(200);
    await third.end('SIGTERM');
    expect(postmasterOf(place.dataDir)).toBeUndefined();
  });

  it('runs web and worker side by side: what the one takes in, the other carries out', async () => {
    const at = { dataDir: place.dataDir, port: await freePort() };
    const web = await startSite({ ...at, env: { ROLE: 'web' } });
    const browser = new Browser(web.url);
    await browser.get('/sign-up');
    const email = 'sami@example.com';
    const joined = await browser.post('/sign-up', {
      displayName: 'سامي الحكيم',
      email,
      password: ADMIN.ADMIN_PASSWORD,
      adult: 'on',
      consent: 'on',
    });
    expect(joined.status).toBe(303);
    const outbox = async () => (await browser.get(`/demo/outbox?to=${email}`)).text;
    expect(await outbox()).not.toContain('/verify-email/');
    const worker = launch({ DATA_DIR: place.dataDir, ROLE: 'worker' });
    await worker.hasSaid('worker: running');
    await expect.poll(outbox, { timeout: 20_000 }).toContain('/verify-email/');
    expect((await web.end('SIGTERM')).code).toBe(0);
    expect(postmasterOf(place.dataDir)).toBeDefined();
    expect((await worker.end('SIGTERM')).code).toBe(0);
    expect(postmasterOf(place.dataDir)).toBeUndefined();
  });
});

describe('what cannot start says why in one line', () => {
  const refused = async (env: Record<string, string>) =>
    launch({ DATA_DIR: place.dataDir, PORT: String(await freePort()), ...env }).ended;

  it('a port that is taken', async () => {
    const holder = createServer();
    const port = await freePort();
    await new Promise<void>((done) => holder.listen(port, '127.0.0.1', done));
    const outcome = await refused({ PORT: String(port) });
    holder.close();
    expectRefusal(outcome, new RegExp(`Port ${port} is taken`));
    expect(postmasterOf(place.dataDir)).toBeUndefined();
  });

  it('a DATABASE_URL that leads nowhere, or is none', async () => {
    const port = await freePort();
    const nowhere = { DATABASE_URL: `postgres://hirfa@127.0.0.1:${port}/hirfa`, DEMO: '1' };
    expectRefusal(await refused(nowhere), /DATABASE_URL does not lead to a database/);
    const none = { DATABASE_URL: 'no address', DEMO: '1' };
    expectRefusal(await refused(none), /DATABASE_URL/);
  });

  it('a real site without what only a demonstration can do without', async () => {
    const outcome = await refused({ DATABASE_URL: 'postgres://hirfa@127.0.0.1:5432/hirfa' });
    expectRefusal(outcome, /SMTP_URL, SESSION_SECRET, PUBLIC_URL/);
  });

  it('a DATA_DIR that takes no files', async () => {
    const file = `${place.dataDir}.file`;
    await writeFile(file, '');
    expectRefusal(await refused({ DATA_DIR: `${file}/data` }), /DATA_DIR/);
  });

  it.each([
    ['PORT', 'http'],
    ['ROLE', 'boss'],
    ['PUBLIC_URL', 'hirfa'],
  ])('a %s like «%s»', async (name, value) => {
    expectRefusal(await refused({ [name]: value }), new RegExp(name));
  });
});
