import { servicePath } from '#catalogue';
import pg from 'pg';
import { alternate, type Bench, type BenchResult, compared } from '../measure/bench.ts';
import { load } from '../load/load.ts';
import { type Site, startBareServer } from '../servers/site.ts';

/** A page of the site (or `others`, in turns) against a bare Fastify that answers as many bytes, uncompressed. */
export async function comparePages(
  bench: Bench,
  site: Site,
  page: { name: string; path: string; atLeast?: number; others?: readonly string[] },
): Promise<BenchResult> {
  const first = await fetch(site.url + page.path.replaceAll('{{n}}', 'size'), {
    headers: { 'accept-encoding': 'identity' },
  });
  const byteSize = (await first.arrayBuffer()).byteLength;
  if (!first.ok) throw new Error(`${page.path} answers ${first.status}`);
  const bare = await startBareServer(byteSize);
  try {
    const requests = (page.others ?? [page.path]).map((path) => ({ method: 'GET' as const, path }));
    const median = await alternate(bench, {
      limit: () =>
        load(bench, {
          port: bare.port,
          requests: [{ method: 'GET', path: '/page' }],
          expect: '200',
        }),
      ours: () => load(bench, { port: site.port, requests, expect: '200' }),
    });
    const { name, atLeast } = page;
    const limitName = `bare Fastify, ${byteSize} bytes,`;
    const what = { name, atLeast, unit: 'pages/s', limitName, world: site.world };
    return compared({ ...what, concurrency: bench.concurrency }, median);
  } finally {
    await bare.stop();
  }
}

/** The address of a service on the home page's lists. */
export async function firstServicePath(site: Site): Promise<string> {
  const text = await (await fetch(`${site.url}/`)).text();
  const path = /href="(\/services\/[^"?#]+)"/.exec(text)?.[1];
  if (!path) throw new Error('no service on the home page');
  return encodeURI(decodeURI(path));
}

/** A group's category page with a whole page of services, at its own address. */
export async function fullCategoryPath(site: Site): Promise<string> {
  const list = await (await fetch(`${site.url}/categories`)).text();
  const found = [...list.matchAll(/href="(\/categories\/[^"?#]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  for (const path of new Set(found)) {
    const text = await (await fetch(site.url + path)).text();
    const services = new Set(text.match(/href="\/services\/\d+[^"]*"/g));
    if (services.size >= 24) return encodeURI(decodeURI(path));
  }
  throw new Error('no category has a page of 24 services');
}

/** The addresses of every category's page. */
export async function categoryPaths(site: Site): Promise<string[]> {
  const list = await (await fetch(`${site.url}/categories`)).text();
  const found = [...list.matchAll(/href="(\/categories\/[^"?#]+)"/g)].map(
    (match) => match[1] ?? '',
  );
  return [...new Set(found)].map((path) => encodeURI(decodeURI(path)));
}

/** Addresses of so many services, spread over the whole catalogue. */
export async function servicePaths(site: Site, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: site.databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ number: number; title: string }>(
      `select number, title from catalogue.service_cards
       where number % greatest(1, (select count(*) from catalogue.service_cards) / $1::bigint) = 0
       order by number limit $1`,
      [count],
    );
    return rows.map(({ number, title }) => encodeURI(servicePath(number, title)));
  } finally {
    await client.end();
  }
}
