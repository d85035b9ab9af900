import { aWorld, type World } from '#test/world';
import { NotFound } from '#platform/refusals';
import { beforeEach, expect, it } from 'vitest';
import { type HttpRequest, page } from '../route.ts';
import { sharedPage } from './shared-page.ts';

let world: World;
let made: number;

beforeEach(async () => {
  world = await aWorld();
  made = 0;
});

function request(given: { shared: boolean; locale?: 'ar' | 'en' }): HttpRequest {
  const reader = { ...world.ctx.reader, locale: given.locale ?? 'ar' };
  return { ctx: { ...world.ctx, reader }, shared: given.shared } as HttpRequest;
}

const make = async () => {
  made += 1;
  return page({ title: String(made) }, made, { cacheSeconds: 5 });
};

it('makes a page once for all who are signed out, whatever else their address says', async () => {
  const [first, second] = await Promise.all([
    sharedPage(request({ shared: true }), 'service 1', make),
    sharedPage(request({ shared: true }), 'service 1', make),
  ]);
  expect(second).toBe(first);
  expect(made).toBe(1);
});

it.each([
  { what: 'another subject', other: { shared: true }, about: 'service 2' },
  { what: 'another language', other: { shared: true, locale: 'en' as const }, about: 'service 1' },
  { what: 'somebody signed in', other: { shared: false }, about: 'service 1' },
])('makes it anew for $what', async ({ other, about }) => {
  await sharedPage(request({ shared: true }), 'service 1', make);
  await sharedPage(request(other), about, make);
  expect(made).toBe(2);
});

it('keeps no page that is not there, and nothing that failed', async () => {
  const missing = () => Promise.reject(new NotFound());
  await expect(sharedPage(request({ shared: true }), 'gone', missing)).rejects.toThrow(NotFound);
  await sharedPage(request({ shared: true }), 'gone', make);
  expect(made).toBe(1);
});
