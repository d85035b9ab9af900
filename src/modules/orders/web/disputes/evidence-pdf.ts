import { config } from '#config';
import type { Answer, HttpRequest } from '#platform/http';
import { formatDate, formatMoney } from '#platform/i18n';
import { drawPdf, type Paper } from '#platform/pdf';
import type { Dispute } from '../../disputes/dispute.ts';
import { ordersWords } from '../../locales/index.ts';
import { collectEvidence, type Evidence } from './evidence.ts';

type Section = Paper['sections'][number];
type Fact = readonly [string, string];

/** The evidence of an order as one PDF in the reader's language, for whoever may read the order. */
export async function evidencePdf(request: HttpRequest): Promise<Answer> {
  const evidence = await collectEvidence(request);
  return {
    kind: 'file',
    type: 'application/pdf',
    fileName: `order-${evidence.room.order.code}.pdf`,
    inline: false,
    cacheSeconds: 0,
    body: await drawEvidence(request, evidence),
  };
}

/** Draws it: what was bought, what was asked and handed over, what was said, and who did what and when. */
export function drawEvidence(request: HttpRequest, evidence: Evidence): Promise<Buffer> {
  const { ctx } = request;
  const { locale } = ctx.reader;
  const { order } = evidence.room;
  const words = ordersWords(ctx.reader);
  const lead = `${config.brand.name[locale]} · \u2066#${order.code}\u2069 · ${formatDate(ctx.reader, ctx.clock.now(), 'dateTime')}`;
  const sections = [
    orderSection(request, evidence),
    ...(evidence.dispute ? [disputeSection(request, evidence.dispute)] : []),
    workSection(request, evidence),
    messagesSection(request, evidence),
    {
      heading: words.room.timeline,
      entries: evidence.history.map(({ row }) => ({
        head: `${row.at} · ${row.who} (${row.party})`,
        body: [`${row.act} [${row.state}]`, row.details].filter((line) => line !== '').join('\n'),
      })),
    },
  ];
  return drawPdf({ locale, title: order.title, lead, sections });
}

function orderSection({ ctx }: HttpRequest, { room, names }: Evidence): Section {
  const words = ordersWords(ctx.reader);
  const { order } = room;
  const money = (minor: bigint) => formatMoney(ctx.reader, minor);
  const lines = order.items.flatMap((item): Fact[] => [
    [item.title, money(item.unitPriceMinor * BigInt(item.quantity))],
    ...(item.note ? [[words.room.agreed, item.note] as const] : []),
  ]);
  const facts: Fact[] = [
    [words.parties.buyer, names.buyer],
    [words.parties.seller, names.seller],
    ...lines,
    [words.room.paidTotal, money(order.priceMinor)],
    [words.dispute.evidenceState, words.states[order.state]],
  ];
  return { heading: words.room.order(`\u2066#${order.code}\u2069`), facts };
}

function disputeSection({ ctx }: HttpRequest, dispute: Dispute): Section {
  const all = ordersWords(ctx.reader);
  const words = all.dispute;
  const money = (minor: bigint | null) => (minor === null ? '' : formatMoney(ctx.reader, minor));
  const day = (at: Date | null) => (at ? formatDate(ctx.reader, at, 'dateTime') : '');
  const checks: Record<string, string> = words.checks;
  const claim = [
    words.complaints[dispute.kind],
    ...dispute.checks.map((check) => `✓ ${checks[check] ?? check}`),
    dispute.body,
    `${words.wants}: ${money(dispute.wantedMinor)}`,
  ];
  const entries = [
    {
      head: `${words.claim} (${all.parties[dispute.openedBy]}) · ${day(dispute.openedAt)}`,
      body: claim.join('\n'),
    },
    {
      head: [words.answer, day(dispute.answeredAt)].filter((part) => part !== '').join(' · '),
      body: dispute.answer ?? words.noAnswer,
    },
    dispute.proposedAt && {
      head: `${words.proposal} · ${day(dispute.proposedAt)}`,
      body: `${words.toBuyer}: ${money(dispute.proposedMinor)}\n${dispute.proposedReason ?? ''}`,
    },
    dispute.appealedAt && {
      head: `${words.appealed} · ${day(dispute.appealedAt)}`,
      body: dispute.appeal ?? '',
    },
    dispute.endedAt && {
      head: `${words.result} · ${day(dispute.endedAt)}`,
      body: [
        dispute.outcome ? all.acts[dispute.outcome] : '',
        `${words.toBuyer}: ${money(dispute.refundMinor)}`,
        dispute.decidedReason ?? '',
      ].join('\n'),
    },
  ];
  return { heading: words.title, entries: entries.filter((entry) => entry !== null) };
}

function workSection({ ctx }: HttpRequest, { room }: Evidence): Section {
  const words = ordersWords(ctx.reader).room;
  const day = (at: Date) => formatDate(ctx.reader, at, 'dateTime');
  const { requirements, deliveries, changeRequests } = room;
  const asked = requirements && {
    at: requirements.at,
    head: words.requirements,
    body: [
      ...requirements.answers.map(
        ({ label, text }) => `${label}\n${text === '' ? words.noAnswer : text}`,
      ),
      requirements.note,
    ],
  };
  const entries = [
    ...(asked ? [asked] : []),
    ...deliveries.map(({ number, at, note, aiUsed }) => ({
      at,
      head: words.delivery(String(number)),
      body: [note, aiUsed ? words.aiUsed : words.aiFree],
    })),
    ...changeRequests.map(({ number, at, body }) => ({
      at,
      head: words.changeRequest(String(number)),
      body: [body],
    })),
  ].sort((left, right) => left.at.getTime() - right.at.getTime());
  return {
    heading: `${words.requirements} · ${words.deliveries}`,
    entries: entries.map(({ at, head, body }) => ({
      head: `${head} · ${day(at)}`,
      body: body.filter((part) => part !== '').join('\n'),
    })),
  };
}

function messagesSection({ ctx }: HttpRequest, { room, messages, names }: Evidence): Section {
  const words = ordersWords(ctx.reader).room;
  return {
    heading: words.conversation,
    entries: messages.map(({ at, senderId, body, files }) => ({
      head: `${senderId === room.order.buyerId ? names.buyer : names.seller} · ${formatDate(ctx.reader, at, 'dateTime')}`,
      body: [body, ...files.map(({ fileName }) => `[${fileName}]`)]
        .filter((part) => part !== '')
        .join('\n'),
    })),
  };
}
