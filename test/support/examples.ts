import { aChat, aDevice } from '#notifications/testing';
import { categories, getSellableService, servicePath } from '#catalogue';
import { PASSWORD, tokenIn } from '#identity/testing';
import { type ExampleSearches, someSearches } from '#search/testing';
import type { Browser } from './browser.ts';
import { type ExampleOrders, someOrders } from './example-orders.ts';
import { type ExampleTalks, someTalks } from './example-talks.ts';
import { type ExamplePayments, somePayments, topUp } from './example-payments.ts';
import { type People, type Person, somePeople, STAFF } from './example-people.ts';
import { type ExampleServices, someServices } from './example-services.ts';
import { aServer, type TestServer } from './server.ts';
import { aWorld, type World } from './world.ts';

/** A small market with one of everything, and everybody signed in: what pages and attacks are tried on. */
export interface ExampleWorld {
  world: World;
  server: TestServer;
  people: People;
  services: ExampleServices;
  orders: ExampleOrders;
  payments: ExamplePayments;
  /** Slugs of the leaf with services and of its group. */
  leafSlug: string;
  groupSlug: string;
  pausedPath: string;
  helpTopics: string[];
  /** Tokens of links that were mailed and not used. */
  links: { verify: string; reset: string; emailChange: string };
  searches: ExampleSearches;
  talks: ExampleTalks;
  /** Signed in by the form; the stranger has no session. */
  browser(person: Person): Browser;
}

const MEMBERS: Person[] = ['buyer', 'seller', 'other', ...STAFF];

/** Makes the market through the site's own actions and forms; once per test file. */
export async function anExampleWorld(): Promise<ExampleWorld> {
  const world = await aWorld();
  world.ctx.site.telegram = { token: '1:x', bot: 'hirfa_bot', api: 'http://localhost:9' };
  const server = await aServer(world);
  const people = await somePeople(world);
  await aDevice(world.as(people.memberId('buyer')));
  await aChat(world.as(people.memberId('buyer')), 7n);
  const services = await someServices(world, people);
  await topUp(server, await people.signIn(server, 'buyer'), '900');
  const orders = await someOrders(world, people, services);
  const browsers = new Map<Person, Browser>([['stranger', server.browser()]]);
  for (const person of MEMBERS) browsers.set(person, await people.signIn(server, person));
  const browser = (person: Person) => browsers.get(person) ?? server.browser();
  const payments = await somePayments(world, {
    server,
    services,
    buyerId: people.memberId('buyer'),
    browser: browser('buyer'),
  });
  const links = await someLinks({ world, server, people, browser });
  const talks = await someTalks(world, people, services.sellable.serviceId);
  await server.drain();
  const searches = await someSearches(world, people);
  const tree = await categories(world.ctx);
  const place = tree.bySlug(services.slug);
  const paused = await getSellableService(world.ctx, services.paused);
  const help = (await server.browser().get('/help')).text;
  return {
    world,
    server,
    people,
    services,
    orders,
    payments,
    links,
    searches,
    talks,
    browser,
    leafSlug: place?.leaf?.slug ?? '',
    groupSlug: place?.group.slug ?? '',
    pausedPath: servicePath(paused.number, paused.title),
    helpTopics: [
      ...new Set([...help.matchAll(/href="\/help\/([\w-]+)"/g)].map(([, one]) => `${one}`)),
    ],
  };
}

/** Has one link of each kind mailed, as a member would. */
async function someLinks(
  stage: Pick<ExampleWorld, 'world' | 'server' | 'people' | 'browser'>,
): Promise<ExampleWorld['links']> {
  const { world, server, people, browser } = stage;
  const forgetful = server.browser();
  await forgetful.get('/reset-password');
  await forgetful.post('/reset-password', { email: people.email('finance') });
  const mover = browser('other');
  await mover.get('/settings/security');
  const newEmail = 'new-address@example.com';
  await mover.post('/settings/email', { newEmail, ownPassword: PASSWORD });
  await server.drain();
  return {
    verify: await tokenIn(world, people.email('unverified')),
    reset: await tokenIn(world, people.email('finance')),
    emailChange: await tokenIn(world, newEmail),
  };
}
