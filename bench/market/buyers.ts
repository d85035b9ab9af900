import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import type { LoadRequest } from '../load/load-client.ts';
import type { Site } from '../servers/site.ts';

/** Enough for ten thousand purchases each, USD cents. */
const BALANCE_MINOR = 15_000_000;

export interface Buyer {
  memberId: string;
  cookie: string;
  csrfToken: string;
}

interface Offer {
  serviceId: string;
  priceMinor: string;
  days: number;
}

/** Members with money and an open session, made in bulk; the ledger's own function posts their top-ups. */
export async function aCrowdOfBuyers(site: Site, count: number): Promise<Buyer[]> {
  const client = new pg.Client({ connectionString: site.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      "select id from identity.members where email like 'bench-%@bench.example' order by email",
    );
    const ids = rows.map(({ id }) => id).slice(0, count);
    while (ids.length < count) ids.push(await insertBuyer(client, ids.length));
    const cookies = await openSessions(client, ids);
    const visitors = ids.map((memberId, index) => ({ memberId, cookie: cookies[index] ?? '' }));
    const buyers: Buyer[] = [];
    for (let first = 0; first < visitors.length; first += 16) {
      const some = visitors.slice(first, first + 16);
      buyers.push(...(await Promise.all(some.map((visitor) => withToken(site, visitor)))));
    }
    return buyers;
  } finally {
    await client.end();
  }
}

async function insertBuyer(client: pg.Client, index: number): Promise<string> {
  const id = randomUUID();
  await client.query(
    `insert into identity.members (id, email, email_verified, display_name, handle, headline, bio, skills,
       languages, time_zone, locale, digits, calendar, created_at, updated_at)
     values ($1, $2, true, $3, $4, '', '', '{}', '{ar}', 'Asia/Riyadh', 'ar', 'latn', 'gregory', $5, $5)`,
    [
      id,
      `bench-${String(index).padStart(6, '0')}@bench.example`,
      'مشترٍ',
      `bench-${index}`,
      new Date(),
    ],
  );
  const topUp = {
    id: randomUUID(),
    key: `bench:${id}`,
    kind: 'promotion_credit',
    credit: id,
    amount_minor: BALANCE_MINOR,
    actor: 'system:bench',
  };
  await client.query('select ledger.post($1::jsonb, $2)', [JSON.stringify([topUp]), new Date()]);
  return id;
}

async function openSessions(client: pg.Client, ids: string[]): Promise<string[]> {
  const tokens = ids.map(() => randomBytes(16).toString('hex'));
  const now = new Date();
  const expires = new Date(now.getTime() + 86_400_000);
  await client.query(
    `insert into identity.sessions (id, member_id, token, expires_at, created_at, updated_at)
     select gen_random_uuid(), s.member_id, s.token, $3, $4, $4 from unnest($1::uuid[], $2::text[]) as s(member_id, token)`,
    [ids, tokens, expires, now],
  );
  return tokens.map((token) => `session=${token}`);
}

/** The token of a form, read off a page as a browser would. */
async function withToken(site: Site, visitor: Omit<Buyer, 'csrfToken'>): Promise<Buyer> {
  const { cookie } = visitor;
  const answer = await fetch(`${site.url}/wallet`, { headers: { cookie, accept: 'text/html' } });
  const csrfToken = /name="_csrf" value="([^"]+)"/.exec(await answer.text())?.[1];
  if (!csrfToken) throw new Error(`no form token for a buyer: ${answer.status}`);
  return { ...visitor, csrfToken };
}

/** Purchases from balance as a browser would send them, a buyer each, over the services on sale. */
export async function purchasesOf(site: Site, count: number): Promise<LoadRequest[]> {
  const [buyers, offers] = [await aCrowdOfBuyers(site, count), await offersOf(site)];
  return buyers.map(({ cookie, csrfToken }, index) => {
    const offer = offers[index % offers.length];
    if (!offer) throw new Error('nothing is on sale');
    const form = new URLSearchParams({
      _csrf: csrfToken,
      service: offer.serviceId,
      quantity: '1',
      shownPriceMinor: offer.priceMinor,
      shownDays: String(offer.days),
      method: 'balance',
    });
    const body = `${form}&idempotencyKey={{n}}`;
    return { method: 'POST' as const, path: '/checkout', cookie, body };
  });
}

/** Members with the most orders, signed in: their pages have much to show. */
export async function busyMembers(site: Site, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: site.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select buyer_id as id from orders.orders group by 1 order by count(*) desc, 1 limit $1`,
      [count],
    );
    return await openSessions(
      client,
      rows.map(({ id }) => id),
    );
  } finally {
    await client.end();
  }
}

/** What is on sale: services with their price and time. */
async function offersOf(site: Site): Promise<Offer[]> {
  const client = new pg.Client({ connectionString: site.ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<Offer>(
      `select id as "serviceId", base_price_minor::text as "priceMinor", delivery_days as days
       from catalogue.services where state = 'published' order by id limit 300`,
    );
    return rows;
  } finally {
    await client.end();
  }
}
