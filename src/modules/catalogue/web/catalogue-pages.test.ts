import { registerMember } from '#identity';
import { loadSharp } from '#platform/pictures';
import { aServer } from '#test/server';
import { aWorld } from '#test/world';
import { describe, expect, it } from 'vitest';
import { editorFormOf, editorValues } from '../editing/editor-form.ts';
import { listOwnServices } from '../listing/list-own-services.ts';
import { findService } from '../service-store.ts';
import { aMember, aPublishedService, aServiceInput, aSubmittedService } from '../testing/index.ts';

const world = await aWorld();
const server = await aServer(world);
const PASSWORD = 'كلمة مرور طويلة جدا 77';
const sellerId = await aPerson('seller');
await aPerson('reviewer', ['reviewer']);
await aPerson('other');

async function aPerson(name: string, roles: ('reviewer' | 'admin')[] = []) {
  const email = `${name}@example.com`;
  const displayName = name;
  const { memberId } = await registerMember(world.ctx, {
    email,
    displayName,
    handle: `${name}-x`,
    password: PASSWORD,
    roles,
  });
  return memberId;
}

async function signedIn(name: string) {
  const browser = server.browser();
  await browser.open('/sign-in');
  const answer = await browser.post('/sign-in', {
    email: `${name}@example.com`,
    password: PASSWORD,
  });
  expect(answer.status).toBe(303);
  return browser;
}

const picture = async () => {
  const sharp = await loadSharp();
  return sharp({ create: { width: 800, height: 600, channels: 3, background: '#0b5a66' } })
    .png()
    .toBuffer();
};

describe('a seller without JavaScript', () => {
  it('writes a service, is sent back by a reviewer, mends it and is published', async () => {
    const seller = await signedIn('seller');
    expect((await seller.open('/my/services/new')).status).toBe(200);
    const refused = await seller.post('/my/services', { title: 'قصير', leaf: '' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="قصير"');
    const started = await seller.post('/my/services', {
      title: 'تصميم شعار احترافي بثلاثة نماذج',
      leaf: 'logo-design',
    });
    const path = started.location!;
    expect(path).toMatch(/^\/my\/services\/[0-9a-f-]{36}$/);
    const opened = await seller.open(path);
    expect(opened.status).toBe(200);
    const fields = editorValues(editorFormOf(aServiceInput()));

    const added = await seller.post(path, { ...fields, version: '1', _act: 'add-faq' });
    expect(added.status).toBe(200);
    expect(added.text).toContain('faq.1.question');

    const bad = await seller.upload(path, { ...fields, version: '1', _act: 'save' }, [
      {
        field: 'pictures',
        name: 'evil.png',
        type: 'image/png',
        bytes: Buffer.from('<svg onload=alert(1)>'),
      },
    ]);
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('evil.png');

    const saved = await seller.upload(path, { ...fields, version: '1', _act: 'save' }, [
      { field: 'pictures', name: 'work.png', type: 'image/png', bytes: await picture() },
    ]);
    expect(saved.status).toBe(303);
    const [line] = await listOwnServices(world.as(sellerId));
    expect(line).toMatchObject({ state: 'draft', coverFileId: expect.any(String) });
    const image = await server.browser().get(`/media/${line!.coverFileId}/320.avif`);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/avif']);
    expect(image.headers.get('cache-control')).toContain('immutable');

    const more = { ...fields, image: line!.coverFileId!, version: '2', _act: 'submit' };
    const undeclared = await seller.post(path, more);
    expect(undeclared.status).toBe(422);
    const declared = { ownText: 'on', ownWorks: 'on', noOutsideContact: 'on' };
    const sent = await seller.post(path, { ...more, ...declared });
    expect([sent.status, sent.location]).toEqual([303, '/my/services']);
    expect((await seller.open(`${path}/preview`)).text).toContain('تصميم شعار احترافي');

    const reviewer = await signedIn('reviewer');
    const queue = await reviewer.open('/staff/reviews');
    expect(queue.text).toContain('تصميم شعار احترافي');
    const review = `/staff/reviews/${line!.serviceId}`;
    const page = await reviewer.open(review);
    const version = /name="version" value="(\d+)"/.exec(page.text)![1]!;
    const empty = await reviewer.post(`${review}/rejection`, { version });
    expect(empty.status).toBe(422);
    const rejected = await reviewer.post(`${review}/rejection`, {
      version,
      title: 'اذكر عدد النماذج',
    });
    expect(rejected.status).toBe(303);

    expect((await seller.open(path)).text).toContain('اذكر عدد النماذج');
    const again = await seller.post(`${path}/submission`);
    expect(again.status).toBe(303);
    const approved = await reviewer.post(`${review}/approval`, { version });
    expect(approved.location).toBe('/staff/reviews');
    await server.drain();
    const { number } = (await findService(world.ctx, line!.serviceId))!;
    const shown = await server.browser().open(`/services/${number}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain('application/ld+json');
    expect((await server.browser().open(`/search?q=${encodeURIComponent('شعار')}`)).text).toContain(
      `/services/${number}-`,
    );
    expect((await seller.open('/notices')).text).toContain('نُشرت خدمتك');
  });
});

describe('public pages', () => {
  it.each([
    '/categories',
    '/services',
    '/categories/تصميم',
    '/categories/تصميم-شعارات',
    '/search',
    '/search?q=zzz',
    '/services?sort=price-up&price=10&days=3',
  ])('%s is there in both languages', async (path) => {
    for (const prefix of ['', '/en']) {
      const visited = await server.browser().get(encodeURI(prefix + path));
      expect([path, visited.status]).toEqual([path, 200]);
    }
  });

  it.each([
    '/categories/no-such',
    '/services/999999',
    '/services/x',
    '/services/1e3',
    '/sellers/nobody',
    '/services?page=51',
    '/services?page=40',
    '/media/x/320.webp',
  ])('%s is not', async (path) => expect((await server.browser().get(path)).status).toBe(404));

  it('a wrong slug leads to the one address for good', async () => {
    const { serviceId } = await aPublishedService(world);
    const { number } = (await findService(world.ctx, serviceId))!;
    const moved = await server.browser().get(`/en/services/${number}-wrong`);
    expect(moved.status).toBe(301);
    expect(decodeURI(moved.location!)).toMatch(new RegExp(`^/en/services/${number}-تصميم-شعار`));
    const key = await server.browser().get('/categories/logo-design');
    expect([key.status, decodeURI(key.location!)]).toEqual([301, '/categories/تصميم-شعارات']);
  });

  it.each(['?days=3&sort=newest', '?q=%D8%B4&utm_source=a%0d%0ab', '?'])(
    'what was asked beside the old address stays: %s',
    async (query) => {
      const { location } = await server.browser().get(`/categories/logo-design${query}`);
      expect(location).toBe(`${encodeURI('/categories/تصميم-شعارات')}${query}`);
    },
  );

  it('show hostile text as text', async () => {
    const { serviceId } = await aPublishedService(world, {
      input: {
        description: `${'نص '.repeat(80)}\n- <img src=x onerror=alert(1)> **</script><script>alert(2)</script>**`,
      },
    });
    const { number } = (await findService(world.ctx, serviceId))!;
    const { text } = await server.browser().open(`/services/${number}`);
    expect(text).not.toContain('<img src=x');
    expect(text).not.toContain('<script>alert');
  });

  it('do not show a draft, a waiting service or a guessed number', async () => {
    const { serviceId } = await aSubmittedService(world);
    const { number } = (await findService(world.ctx, serviceId))!;
    expect((await server.browser().get(`/services/${number}`)).status).toBe(404);
  });
});

describe("somebody else's service", () => {
  it('is not there, whatever is tried', async () => {
    const { serviceId } = await aPublishedService(world, { sellerId: await aMember(world) });
    const other = await signedIn('other');
    await other.open('/my/services');
    for (const path of ['', '/preview']) {
      expect((await other.get(`/my/services/${serviceId}${path}`)).status).toBe(404);
    }
    for (const noun of [
      '',
      '/pause',
      '/resumption',
      '/withdrawal',
      '/restoration',
      '/archiving',
      '/submission',
    ]) {
      const answer = await other.post(`/my/services/${serviceId}${noun}`, { version: '2' });
      expect([noun, answer.status]).toEqual([noun, 404]);
    }
    expect((await other.get('/staff/reviews')).status).toBe(404);
    expect((await other.get(`/staff/reviews/${serviceId}`)).status).toBe(404);
  });
});
