import { openFile } from '#media';
import type { Answer, HttpRequest } from '#platform/http';
import { formatMoney } from '#platform/i18n';
import { type ZipEntry, zipOf } from '#platform/zip';
import { buffer } from 'node:stream/consumers';
import { ordersWords } from '../../locales/index.ts';
import { canOpenOriginals } from '../../order-policy.ts';
import { previewOf } from '../../talk/open-order-preview.ts';
import type { OrderRoom } from '../../talk/order-room.ts';
import { historyCsv, historyText } from '../history-export.ts';
import type { Dispute } from '../../disputes/dispute.ts';
import { collectEvidence, type Evidence } from './evidence.ts';
import { drawEvidence } from './evidence-pdf.ts';

/** Files beyond this many bytes in all are named and left out: they stay in the order's room. */
const MAX_FILE_BYTES = 60 * 1024 * 1024;

/**
 * Everything of an order as one archive, for whoever may read it: its log, what was asked and delivered,
 * all that was said, the dispute's words, and the files.
 */
export async function evidenceZip(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  const evidence = await collectEvidence(request);
  const { room, dispute } = evidence;
  const at = ctx.clock.now();
  const text = (name: string, body: string): ZipEntry => ({ name, body: Buffer.from(body), at });
  const entries: ZipEntry[] = [
    { name: 'order.pdf', body: await drawEvidence(request, evidence), at },
    { name: 'history.csv', body: bodyOf(await historyCsv(request)), at },
    { name: 'history.txt', body: bodyOf(await historyText(request)), at },
    text('work.txt', workText(room)),
    text('messages.txt', messagesText(evidence)),
    ...(dispute ? [text('dispute.txt', disputeText(request, dispute))] : []),
    ...(await fileEntries(request, evidence)),
  ];
  return {
    kind: 'file',
    type: 'application/zip',
    fileName: `order-${room.order.code}.zip`,
    inline: false,
    cacheSeconds: 0,
    body: zipOf(entries),
  };
}

function bodyOf(answer: Answer): Buffer {
  return answer.kind === 'file' && Buffer.isBuffer(answer.body) ? answer.body : Buffer.alloc(0);
}

function workText({ order, requirements, deliveries, changeRequests }: OrderRoom): string {
  const answers = (requirements?.answers ?? []).map(({ label, text }) => `${label}\n${text}\n`);
  const asked = requirements ? [requirements.at.toISOString(), ...answers, requirements.note] : [];
  const handed = deliveries.map(
    ({ part, number, at, note, aiUsed, aiNote }) =>
      `#${part ? 'part ' : ''}${number} ${at.toISOString()} AI: ${aiUsed} ${aiNote}\n${note}\n`,
  );
  const changes = changeRequests.map(
    ({ number, at, body }) => `~${number} ${at.toISOString()}\n${body}\n`,
  );
  return [`${order.title} #${order.code}`, ...asked, '---', ...handed, '---', ...changes].join(
    '\n',
  );
}

function messagesText({ room, messages }: Evidence): string {
  return messages
    .map(({ at, senderId, body, files }) => {
      const who = senderId === room.order.buyerId ? 'buyer' : 'seller';
      const names = files.map((file) => `[${file.fileName}]`).join(' ');
      return `${at.toISOString()} ${who}: ${body} ${names}`.trim();
    })
    .join('\n');
}

function disputeText({ ctx }: HttpRequest, dispute: Dispute): string {
  const all = ordersWords(ctx.reader);
  const words = all.dispute;
  const money = (minor: bigint | null) => (minor === null ? '' : formatMoney(ctx.reader, minor));
  const lines = [
    `${words.claim} (${all.parties[dispute.openedBy]}), ${dispute.openedAt.toISOString()}`,
    words.complaints[dispute.kind],
    dispute.body,
    `${words.wants}: ${money(dispute.wantedMinor)}`,
    `${words.answer}: ${dispute.answer ?? words.noAnswer}`,
    `${words.proposal}: ${money(dispute.proposedMinor)} ${dispute.proposedReason ?? ''}`,
    `${words.appealed}: ${dispute.appeal ?? ''}`,
    `${words.decision}: ${dispute.decidedReason ?? ''}`,
    `${words.result}: ${dispute.outcome ? all.acts[dispute.outcome] : ''} ${money(dispute.refundMinor)}`,
  ];
  return lines.join('\n\n');
}

async function fileEntries(
  { ctx }: HttpRequest,
  { room, messages }: Evidence,
): Promise<ZipEntry[]> {
  const own = room.files.map((file) => ({ ...file, folder: file.purpose }));
  const said = messages.flatMap(({ files }) =>
    files.map((file) => ({ ...file, folder: 'messages' })),
  );
  const entries: ZipEntry[] = [];
  const left: string[] = [];
  const originals = canOpenOriginals(ctx.actor, room.order);
  let total = 0;
  for (const { folder, fileId, fileName, byteSize } of [...own, ...said]) {
    const name = `files/${folder}/${fileName}`;
    total += byteSize;
    if (total > MAX_FILE_BYTES) left.push(name);
    else {
      // What the reader sees in the room is what the archive has of it.
      const preview = originals ? undefined : await previewOf(ctx, room.order, fileId);
      const body = preview?.bytes ?? (await buffer((await openFile(ctx, fileId)).stream));
      entries.push({ name: preview ? `${name}.preview.webp` : name, body, at: ctx.clock.now() });
    }
  }
  const missing = { name: 'files/not-included.txt', body: Buffer.from(left.join('\n')) };
  return left.length > 0 ? [...entries, { ...missing, at: ctx.clock.now() }] : entries;
}
