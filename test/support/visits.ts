import { stopToken } from '#notifications/testing';
import type { Route } from '#platform/http';
import { EXAMPLE_ORDERS, type ExampleOrder } from './example-orders.ts';
import { type Person, STAFF } from './example-people.ts';
import type { ExampleWorld } from './examples.ts';

/** A page to look at: with what address, as whom. */
export interface Visit {
  /** The route of the list that it visits; another state or reader of it otherwise. */
  route: string;
  path: string;
  as: Person;
  /** One more state of a page that is visited anyway. */
  extra: boolean;
  /** What it answers; 200 unless said. */
  status: number;
}

interface Place {
  params?: Record<string, string>;
  query?: string;
  as: Person;
}

/** Where each `example` of the route list leads, the plainest first. */
export function placesOf(examples: ExampleWorld): Record<string, Place[]> {
  const { services, orders, payments, people } = examples;
  const { sellable, path } = services;
  const upgrades = sellable.upgrades.map(({ upgradeId }) => `&upgrade=${upgradeId}`).join('');
  const checkout = `?service=${sellable.serviceId}${upgrades}`;
  const numberAndSlug = (address: string) => ({ numberAndSlug: address.split('/').at(-1) ?? '' });
  const sides: Person[] = ['buyer', 'seller'];
  const states = Object.keys(EXAMPLE_ORDERS) as ExampleOrder[];
  return {
    category: [examples.leafSlug, examples.groupSlug].map((slug) => ({
      params: { slug },
      as: 'stranger',
    })),
    service: [
      ...(['stranger', 'buyer', 'seller'] as const).map((as) => ({
        params: numberAndSlug(path),
        as,
      })),
      { params: numberAndSlug(examples.pausedPath), as: 'stranger' },
    ],
    seller: [
      { params: { handle: 'the-seller' }, as: 'stranger' },
      { params: { handle: 'the-other' }, as: 'other' },
    ],
    'own-service': [
      services.published,
      services.draft,
      services.rejected,
      services.waiting,
      services.paused,
      services.archived,
      services.revised,
      services.sentBack,
    ].map((serviceId) => ({ params: { serviceId }, as: 'seller' as const })),
    'waiting-service': [services.waiting, services.revised].map((serviceId) => ({
      params: { serviceId },
      as: 'reviewer' as const,
    })),
    payment: [payments.pending, payments.confirmed, payments.declined, payments.cancelled].map(
      (paymentId) => ({ params: { paymentId }, as: 'buyer' as const }),
    ),
    'pending-charge': [payments.pendingCharge, payments.decidedCharge].map((chargeId) => ({
      params: { chargeId },
      as: 'stranger' as const,
    })),
    purchase: [payments.waitingPurchase, payments.lostPurchase].map((purchaseId) => ({
      params: { purchaseId },
      as: 'buyer' as const,
    })),
    checkout: [
      { query: checkout, as: 'buyer' },
      { query: checkout, as: 'other' },
      { query: `?offer=${examples.talks.offer}`, as: 'buyer' },
    ],
    order: [...new Set<ExampleOrder>(['working', ...states])].flatMap((state) =>
      sides.map((as) => ({ params: { orderId: orders.id(state) }, as })),
    ),
    'reviewed-order': (['closed', 'completed', 'working'] as const).flatMap((state) =>
      sides.map((as) => ({ params: { orderId: orders.id(state) }, as })),
    ),
    dispute: [
      ...(
        ['delivered', 'disputed', 'proposed', 'appealed', 'judged', 'refundAsked'] as const
      ).flatMap((state) => sides.map((as) => ({ params: { orderId: orders.id(state) }, as }))),
      ...(['answered', 'appealed'] as const).map((state) => ({
        params: { orderId: orders.id(state) },
        as: 'support' as const,
      })),
    ],
    favourite: [{ query: `?service=${sellable.number}`, as: 'buyer' }],
    'search-alerts': [examples.searches.live, examples.searches.stopped].map((token) => ({
      params: { token },
      as: 'stranger' as const,
    })),
    'stop-mail': [
      {
        params: {
          token: stopToken(examples.world.ctx, {
            memberId: people.memberId('buyer'),
            topic: 'orders',
          }),
        },
        as: 'stranger',
      },
    ],
    collection: [
      { params: numberAndSlug(services.bundlePath), as: 'stranger' },
      { params: numberAndSlug(services.ownCollectionPath), as: 'buyer' },
    ],
    'own-collection': [{ params: { collectionId: services.ownCollection }, as: 'buyer' }],
    'house-collection': [{ params: { collectionId: services.bundle }, as: 'admin' }],
    ask: [
      { query: `?service=${sellable.serviceId}`, as: 'other' },
      { query: '?seller=the-seller', as: 'buyer' },
    ],
    conversation: sides.map((as) => ({
      params: { conversationId: examples.talks.conversation },
      as,
    })),
    'contact-case': Object.values(examples.talks.contactCases).map((caseId) => ({
      params: { caseId },
      as: 'buyer' as const,
    })),
    'make-offer': ['', `?request=${examples.talks.request}`].map((query) => ({
      params: { conversationId: examples.talks.conversation },
      query,
      as: 'seller' as const,
    })),
    offer: (
      [
        ['offer', 'buyer'],
        ['offer', 'seller'],
        ['declinedOffer', 'seller'],
      ] as const
    ).map(([which, as]) => ({
      params: {
        conversationId: examples.talks.conversation,
        offerId: examples.talks[which],
      },
      as,
    })),
    'ask-order': [{ params: { conversationId: examples.talks.conversation }, as: 'buyer' }],
    'help-topic': examples.helpTopics.map((topic) => ({ params: { topic }, as: 'stranger' })),
    'staff-member': [
      { params: { memberId: people.memberId('seller') }, as: 'support' },
      { params: { memberId: people.memberId('admin') }, as: 'admin' },
    ],
  };
}

/** Pages that the route list alone would not lead to: other readers, filters, nothing found, no such page. */
export function moreVisits({ links, services }: ExampleWorld): Visit[] {
  const more: [route: string, path: string, as: Person, status?: number][] = [
    ['/', '/', 'buyer'],
    ['/', '/', 'seller'],
    ['/search', '/search?q=شعار', 'stranger'],
    ['/search', '/search?q=qqqqqqq', 'stranger'],
    ['/search', '/search?q=شعار', 'buyer'],
    ['/search', '/search?q=شعار&price=5&days=1', 'stranger'],
    ['/search', '/search?q=شعارت&category=logo-design&ai=none&sort=newest', 'stranger'],
    ['/search', '/search?q=شعار كمثرى', 'buyer'],
    ['/saved-searches', '/saved-searches', 'other'],
    ['/my/services/place', `/my/services/place?service=${services.published}&q=شعار`, 'seller'],
    ['/my/services/place', `/my/services/place?service=${services.published}&q=كمثرى`, 'seller'],
    ['/my/services/place', '/my/services/place', 'other'],
    ['/staff/search', '/staff/search?q=شعارات', 'admin'],
    ['/orders', '/orders?state=completed', 'buyer'],
    ['/cart', '/cart', 'other'],
    ['/orders', '/orders', 'other'],
    ['/sales', '/sales', 'other'],
    ['/wallet', '/wallet', 'seller'],
    ['/wallet', '/wallet', 'other'],
    ['/wallet/top-up', '/wallet/top-up?amount=25', 'buyer'],
    ['/notices', '/notices', 'seller'],
    ['/notices', '/notices', 'other'],
    ['/messages', '/messages', 'seller'],
    ['/messages', '/messages?spam=1', 'buyer'],
    ['/messages/habits', '/messages/habits', 'other'],
    ['/contact-cases', '/contact-cases', 'other'],
    ['/messages', '/messages', 'other'],
    ['/my/services', '/my/services', 'other'],
    ['/favourites', '/favourites', 'other'],
    ['/my/holiday', '/my/holiday', 'other'],
    ['/settings/security', '/settings/security', 'other'],
    ['/contact', '/contact?sent=M-0123ABCD', 'stranger'],
    ['/contact', '/contact', 'buyer'],
    ['/staff', '/staff', 'admin'],
    ['/staff/members', '/staff/members?q=zzzzz', 'support'],
    ['/verify-email/:token', `/verify-email/${links.verify}`, 'stranger'],
    ['/verify-email/:token', '/verify-email/void', 'stranger', 410],
    ['/reset-password/:token', `/reset-password/${links.reset}`, 'stranger'],
    ['/email-change/:token', `/email-change/${links.emailChange}`, 'stranger'],
    ['nowhere', '/nowhere-at-all', 'stranger', 404],
    ['nowhere', '/nowhere-at-all', 'buyer', 404],
  ];
  return more.map(([route, path, as, status = 200]) => ({ route, path, as, status, extra: true }));
}

const SELLERS_PAGES = /^\/(?:my\/|sales)/;

/** Who has business on a page that names nobody. */
export function visitorOf(route: Route): Person {
  const { access, path } = route;
  if (typeof access === 'object') {
    return STAFF.find((role) => access.roles.includes(role)) ?? 'admin';
  }
  if (access !== 'member') return 'stranger';
  return SELLERS_PAGES.test(path) ? 'seller' : 'buyer';
}

/** The address of a route with its parameters put in. */
export function addressOf(path: string, params: Record<string, string> = {}): string {
  return path.replace(/:(\w+)/g, (whole, name: string) => params[name] ?? whole);
}

/**
 * Every page of the route list with an address and a visitor; `unvisited` names the routes that
 * have neither an example known here nor a reason why they are no page.
 */
export function visitsOf(examples: ExampleWorld): { visits: Visit[]; unvisited: string[] } {
  const places = placesOf(examples);
  const visits: Visit[] = [];
  const unvisited: string[] = [];
  const routes = examples.server.modules.flatMap((module) => module.routes ?? []);
  for (const route of routes.filter((one) => one.method === 'GET' && !one.notAPage)) {
    const own = route.example ? places[route.example] : [{ as: visitorOf(route) }];
    const staff = typeof route.access === 'object' ? visitorOf(route) : undefined;
    const found = (own ?? []).map(({ params, query = '', as }, index) => ({
      route: route.path,
      path: addressOf(route.path, params) + query,
      as: staff && as !== 'admin' ? staff : as,
      extra: index > 0,
      status: 200,
    }));
    const whole = found.filter(({ path }) => !path.includes('/:'));
    if (whole.length === 0) unvisited.push(route.path);
    visits.push(...new Map(whole.map((visit) => [`${visit.as} ${visit.path}`, visit])).values());
  }
  return { visits: [...visits, ...moreVisits(examples)], unvisited };
}
