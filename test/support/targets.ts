import { stopToken } from '#notifications/testing';
import type { Route } from '#platform/http';
import type { Person } from './example-people.ts';
import type { ExampleWorld } from './examples.ts';
import { addressOf, placesOf, visitorOf } from './visits.ts';

/** A route with the address of something real, and the person whose business it is. */
export interface Target {
  route: Route;
  /** Method and pattern, to tell them apart in a report. */
  name: string;
  path: string;
  as: Person;
  /** It names something that belongs to somebody: for everybody else it is not there. */
  owned: boolean;
}

/** Parameters that name what only some may see. All others are public, or guarded by a role. */
const OWNED =
  /:(?:orderId|collectionId|conversationId|replyId|serviceId|paymentId|purchaseId|noticeId|deviceId|sessionId|uploadId|savedId|offerId|requestId|caseId)\b/;

/** Every route of the list with a real address. One whose parameters nobody knows here is an error. */
export async function targetsOf(examples: ExampleWorld): Promise<Target[]> {
  const params = await paramsOf(examples);
  const routes = examples.server.modules.flatMap((module) => module.routes ?? []);
  return routes.map((route) => {
    const path = addressOf(route.path, { ...params.common, ...special(params.special, route) });
    if (path.includes('/:')) throw new Error(`nobody knows an address for ${route.path}`);
    const needsQuery =
      route.example === 'checkout' || route.example === 'ask' || route.example === 'favourite';
    const query = needsQuery ? (placesOf(examples)[route.example ?? '']?.[0]?.query ?? '') : '';
    return {
      route,
      name: `${route.method} ${route.path}`,
      path: path + query,
      as: params.owner(route),
      owned: OWNED.test(route.path) && typeof route.access !== 'object',
    };
  });
}

function special(byStart: Record<string, Record<string, string>>, route: Route) {
  const start = Object.keys(byStart).find((one) => route.path.startsWith(one));
  return start ? byStart[start] : {};
}

async function paramsOf(examples: ExampleWorld) {
  const { world, people, services, orders, payments, links, talks } = examples;
  const buyerId = people.memberId('buyer');
  const first = async (sql: string) => {
    const { rows } = await world.ctx.pool.query(sql, [buyerId]);
    return String(rows[0]?.id);
  };
  return {
    common: {
      orderId: orders.id('working'),
      fileId: orders.fileId,
      serviceId: services.published,
      collectionId: services.ownCollection,
      paymentId: payments.pending,
      purchaseId: payments.waitingPurchase,
      noticeId: await first('select id from notifications.notices where member_id = $1 limit 1'),
      deviceId: await first(
        'select id from notifications.push_devices where member_id = $1 limit 1',
      ),
      sessionId: await first('select id from identity.sessions where member_id = $1 limit 1'),
      uploadId: await anUpload(examples),
      savedId: await first(
        'select id from search.saved_searches where member_id = $1 and alerts limit 1',
      ),
      conversationId: talks.conversation,
      replyId: talks.reply,
      offerId: talks.offer,
      requestId: talks.request,
      caseId: talks.contactCases.objected,
      proposalId: examples.searches.proposal,
      memberId: people.memberId('seller'),
      chargeId: payments.pendingCharge,
      gateway: 'sandbox',
      appealId: orders.appealId,
      part: 'pages.xml',
      topic: examples.helpTopics[0] ?? '',
      handle: 'the-seller',
      slug: examples.leafSlug,
      numberAndSlug: services.path.split('/').at(-1) ?? '',
    },
    special: {
      '/cart/lines/': { serviceId: services.sellable.serviceId },
      '/orders/:orderId/files/:fileId/preview': {
        orderId: orders.id('delivered'),
        fileId: orders.pictureId,
      },
      '/orders/:orderId/requirements-draft': { orderId: orders.id('awaiting') },
      '/orders/:orderId/addition-': { orderId: orders.id('additionProposed') },
      '/orders/:orderId/dispute-': { orderId: orders.id('disputed') },
      '/orders/:orderId/dispute': { orderId: orders.id('delivered') },
      '/staff/reviews/': { serviceId: services.waiting },
      '/mail-stops/': {
        token: stopToken(world.ctx, { memberId: buyerId, topic: 'orders' }),
      },
      '/search-alerts/': { token: examples.searches.live },
      '/share/services/': { picture: `${services.sellable.number}.jpg` },
      '/share/categories/': { picture: 'logo-design.jpg' },
      '/share/sellers/': { picture: 'the-seller.jpg' },
      '/messages/:conversationId/files/': { fileId: talks.fileId },
      '/staff/collections/': { collectionId: services.bundle },
      '/collections/': { numberAndSlug: services.bundlePath.split('/').at(-1) ?? '' },
      '/media/': { fileId: await firstPicture(examples), variant: '320.webp' },
      '/verify-email/': { token: links.verify },
      '/reset-password/': { token: links.reset },
      '/email-change/': { token: links.emailChange },
    },
    owner(route: Route): Person {
      return SELLERS_ACTS.test(route.path) ? 'seller' : visitorOf(route);
    },
  };
}

/** An upload of the buyer's, on its way. */
async function anUpload({ browser }: ExampleWorld): Promise<string> {
  const buyer = browser('buyer');
  await buyer.get('/contact');
  const answer = await buyer.send('POST', '/uploads', {
    'tus-resumable': '1.0.0',
    'upload-length': '100',
    'upload-metadata': `purpose ${Buffer.from('attachment').toString('base64')}`,
  });
  return answer.headers.get('location')?.split('/').at(-1) ?? '';
}

const SELLERS_ACTS =
  /^\/orders\/:orderId\/(?:deliveries|part-deliveries|extension-requests|additions|addition-withdrawal|review\/answer)$|^\/messages\/:conversationId\/(?:offers?|offers\/:offerId\/withdrawal|requests\/:requestId\/refusal)$/;

async function firstPicture({ world }: ExampleWorld): Promise<string> {
  const { rows } = await world.ctx.pool.query(
    "select id from media.files where purpose = 'gallery' order by id limit 1",
  );
  return String(rows[0]?.id);
}
