import { type Bench, type BenchResult, rounded } from './measure/bench.ts';
import { firstServicePath, fullCategoryPath } from './market/pages.ts';
import { type Site, startSite } from './servers/site.ts';
import { type Visit, weigh } from './load/weigh.ts';

/** DESIGN.md, kilobytes of a first visit, compressed. */
const BUDGETS: Record<keyof Visit, number> = { html: 12, css: 14, js: 15, fonts: 40, images: 60 };
const LOGIN = { email: 'buyer@souq.example', password: 'hirfa-demo-1447' };

/**
 * Bytes of a first and a second visit of home, category, service and order room as a browser fetches
 * them: compressed, fonts and pictures of the first screen with them. The second visit has the
 * unchanging parts already.
 */
export async function run(bench: Bench): Promise<BenchResult[]> {
  const site = await startSite(bench, { role: 'web', world: 'souq' });
  try {
    const cookie = await signIn(site);
    const pages: [name: string, path: string, cookie?: string][] = [
      ['home', '/'],
      ['category', await fullCategoryPath(site)],
      ['service', await firstServicePath(site)],
      ['order-room', await firstOrderPath(site, cookie), cookie],
    ];
    const results: BenchResult[] = [];
    for (const [name, path, visitor] of pages) {
      const visit = await weigh(site.url, path, visitor);
      const parts = Object.entries(visit).map(([part, bytes]) => `${part} ${kilobytes(bytes)}`);
      bench.say(`  ${name}: ${parts.join(', ')} kB`);
      const over = (Object.keys(BUDGETS) as (keyof Visit)[]).filter(
        (part) => visit[part] / 1_000 > BUDGETS[part],
      );
      if (over.length > 0) bench.say(`  ${name} is over its budget of ${over.join(', ')}`);
      const total = Object.values(visit).reduce((sum, bytes) => sum + bytes, 0);
      const common = { unit: 'kB', world: 'souq', concurrency: 1 };
      results.push(
        {
          ...common,
          name: `weight-${name}-first`,
          value: kilobytes(total),
          atMost: 141,
          held: over.length === 0,
        },
        {
          ...common,
          name: `weight-${name}-text`,
          value: kilobytes(visit.html + visit.css + visit.js),
          atMost: 41,
          held: visit.html + visit.css + visit.js <= 41_000,
        },
        {
          ...common,
          name: `weight-${name}-second`,
          value: kilobytes(visit.html),
          atMost: BUDGETS.html,
          held: visit.html <= BUDGETS.html * 1_000,
        },
      );
    }
    return results;
  } finally {
    await site.stop();
  }
}

function kilobytes(bytes: number): number {
  return rounded(bytes / 1_000, 1);
}

async function signIn(site: Site): Promise<string> {
  const form = await fetch(`${site.url}/sign-in`);
  const token = /name="_csrf" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const answer = await fetch(`${site.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(form) },
    body: new URLSearchParams({ ...LOGIN, _csrf: token }),
  });
  const cookie = cookiesOf(answer);
  if (!cookie.includes('session='))
    throw new Error(`the buyer of the demo cannot sign in: ${answer.status}`);
  return cookie;
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

async function firstOrderPath(site: Site, cookie: string): Promise<string> {
  const text = await (await fetch(`${site.url}/orders`, { headers: { cookie } })).text();
  const path = /href="(\/orders\/[0-9a-f-]{36})"/.exec(text)?.[1];
  if (!path) throw new Error('the buyer of the demo has no order');
  return path;
}
