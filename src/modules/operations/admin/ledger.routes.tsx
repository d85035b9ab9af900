import { type Answer, get, type HttpRequest, page, post, seeOther } from '#platform/http';
import { MINUTE_MS } from '#platform/time';
import { askLedgerCheck } from '../ask-ledger-check.ts';
import { listAccountTotals, listVerifications, type Verification } from '../ledger-desk.report.ts';
import { operationsWords } from '../locales/index.ts';
import { operationsPaths } from '../operations-paths.ts';
import { LedgerPage } from './ledger.page.tsx';

const FINANCE = { roles: ['finance'] };
const REFRESH_SECONDS = 2;
/** A proof that takes longer is looked for by hand. */
const WATCHED_MS = 2 * MINUTE_MS;

async function show({ ctx, query }: HttpRequest): Promise<Answer> {
  const [verifications, totals] = await Promise.all([
    listVerifications(ctx),
    listAccountTotals(ctx),
  ]);
  const running = isRunning(query.asked, verifications[0], ctx.clock.now());
  const head = { title: operationsWords(ctx.reader).ledger.title, noindex: true };
  return page(head, <LedgerPage desk={{ verifications, totals, running }} />, {
    refreshSeconds: running ? REFRESH_SECONDS : undefined,
  });
}

function isRunning(asked: unknown, newest: Verification | undefined, now: Date): boolean {
  const askedMs = typeof asked === 'string' && /^\d{1,15}$/.test(asked) ? Number(asked) : undefined;
  if (askedMs === undefined || now.getTime() - askedMs > WATCHED_MS || askedMs > now.getTime())
    return false;
  return newest === undefined || newest.startedAt.getTime() < askedMs;
}

export const ledgerDeskRoutes = [
  get(operationsPaths.ledger, { access: FINANCE }, show),
  post(`${operationsPaths.ledger}/checks`, { access: FINANCE }, async ({ ctx }) => {
    const askedMs = ctx.clock.now().getTime();
    await askLedgerCheck(ctx);
    return seeOther(`${operationsPaths.ledger}?asked=${askedMs}`, {
      flash: { tone: 'good', code: 'operations-check-asked' },
    });
  }),
];
