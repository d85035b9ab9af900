import { balancesOf, transfersOf } from '#ledger';
import { requireMember } from '#platform/context';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import type { Reader } from '#platform/i18n';
import { decimalText } from '#platform/money';
import { listClearings } from '../clearing/list-clearings.ts';
import { walletWords } from '../locales/index.ts';
import { listPayments } from '../payment-store.ts';
import { WALLET_PATH } from '../wallet-paths.ts';
import { csvCell } from './csv-cell.ts';
import { bucketText, movementText, WalletPage } from './wallet-page.tsx';

const PAGE = 30;
const CSV_PAGE = 500;
const CSV_MOST = 50_000;

async function show(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const before = beforeOf(request);
  const [balances, clearings, statement, payments] = await Promise.all([
    balancesOf(ctx, memberId),
    listClearings(ctx, memberId),
    transfersOf(ctx, memberId, { limit: PAGE, ...(before ? { before } : {}) }),
    listPayments(ctx, memberId, 5),
  ]);
  const view = { balances, clearings, statement, payments, older: before !== undefined };
  return page(
    { title: walletWords(ctx.reader).wallet.title, noindex: true },
    <WalletPage view={view} />,
  );
}

function beforeOf(request: HttpRequest): string | undefined {
  const { before } = request.query;
  return typeof before === 'string' && /^\d{1,18}$/.test(before) ? before : undefined;
}

/** All movements, newest first, as spreadsheets read them (UTF-8 with a mark, dates of the reader's zone). */
async function csv(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const words = walletWords(ctx.reader);
  const lines: string[] = [words.csv.map(csvCell).join(',')];
  let before: string | undefined;
  do {
    const part = await transfersOf(ctx, memberId, {
      limit: CSV_PAGE,
      ...(before ? { before } : {}),
    });
    for (const line of part.lines) {
      const change = line.changeMinor === 0n ? line.amountMinor : line.changeMinor;
      const cells = [
        dateCell(ctx.reader, line.at),
        movementText(words, line),
        bucketText(words, line),
        decimalText(change),
        decimalText(line.totalMinor),
        line.orderId ?? '',
      ];
      lines.push(cells.map(csvCell).join(','));
    }
    before = part.next;
  } while (before !== undefined && lines.length < CSV_MOST);
  const body = Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`);
  return {
    kind: 'file',
    type: 'text/csv; charset=utf-8',
    fileName: 'hirfa-movements.csv',
    inline: false,
    cacheSeconds: 0,
    body,
  };
}

/** Year, month, day and time of the reader's zone, as every spreadsheet understands and sorts them. */
function dateCell({ timeZone }: Reader, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
}

export const walletRoutes = [
  get(WALLET_PATH, { access: 'member' }, show),
  get(`${WALLET_PATH}/movements.csv`, { access: 'member', notAPage: 'a download' }, csv),
];
