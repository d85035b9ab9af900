import { memberCards } from '#identity';
import type { Answer, HttpRequest } from '#platform/http';
import { formatDate } from '#platform/i18n';
import { getOrder } from '../get-order.ts';
import { ordersWords } from '../locales/index.ts';
import type { Order } from '../order-row.ts';
import { type HistoryEntry, listHistory } from '../talk/order-room.ts';

interface Row {
  at: string;
  who: string;
  party: string;
  act: string;
  state: string;
  details: string;
}

/** The history of an order as a table for a spreadsheet: UTF-8 with a mark, instants in UTC and in the reader's zone. */
export async function historyCsv(request: HttpRequest): Promise<Answer> {
  const { order, rows } = await historyRows(request);
  const words = ordersWords(request.ctx.reader).csv;
  const head = [words.at, 'UTC', words.who, words.party, words.act, words.state, words.details];
  const lines = rows.map(({ row, entry }) => [
    row.at,
    entry.at.toISOString(),
    row.who,
    row.party,
    row.act,
    row.state,
    row.details,
  ]);
  const body = [head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return download(`order-${order.code}.csv`, 'text/csv; charset=utf-8', `\uFEFF${body}\r\n`);
}

/** The same as lines of text. */
export async function historyText(request: HttpRequest): Promise<Answer> {
  const { order, rows } = await historyRows(request);
  const words = ordersWords(request.ctx.reader);
  const lines = rows.map(({ row }) => {
    const details = row.details === '' ? '' : `\n    ${row.details.replaceAll('\n', '\n    ')}`;
    return `${row.at} — ${row.who} (${row.party}): ${row.act} [${row.state}]${details}`;
  });
  const text = [`${words.room.order(`#${order.code}`)}: ${order.title}`, '', ...lines, ''].join(
    '\n',
  );
  return download(`order-${order.code}.txt`, 'text/plain; charset=utf-8', text);
}

/** The history of an order in the reader's words, for whoever may read the order; refuses NotFound. */
export async function historyRows(
  request: HttpRequest,
): Promise<{ order: Order; rows: { row: Row; entry: HistoryEntry }[] }> {
  const { ctx } = request;
  const order = await getOrder(ctx, request.params.orderId ?? '');
  const history = await listHistory(ctx, order.orderId);
  const cards = await memberCards(ctx, [order.buyerId, order.sellerId]);
  const words = ordersWords(ctx.reader);
  const rows = history.map((entry) => ({
    entry,
    row: {
      at: formatDate(ctx.reader, entry.at, 'dateTime'),
      who: cards.get(entry.actor)?.displayName ?? words.parties[entry.party],
      party: words.parties[entry.party],
      act: words.acts[entry.act],
      state: words.states[entry.toState],
      details: typeof entry.details?.reason === 'string' ? entry.details.reason : '',
    },
  }));
  return { order, rows };
}

function download(fileName: string, type: string, text: string): Answer {
  return { kind: 'file', type, fileName, inline: false, cacheSeconds: 0, body: Buffer.from(text) };
}

/** A cell; one that begins like a formula is defused, since people write what stands in it. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
