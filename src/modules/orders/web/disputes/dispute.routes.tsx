import { randomUUID } from 'node:crypto';
import { type Ctx, requireMember } from '#platform/context';
import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { type Limit, spendTry } from '#platform/limits';
import { parseMoneyInput } from '#platform/money';
import { InvalidInput, type Refusal } from '#platform/refusals';
import { z } from 'zod';
import { ordersWords } from '../../locales/index.ts';
import type { Act as Move } from '../../order-state.ts';
import { GuardRefused, OrderMoved } from '../../order-errors.ts';
import { ARBITER } from '../../order-policy.ts';
import { orderPath } from '../../order-paths.ts';
import { answerRefund } from '../../refunds/answer-refund.ts';
import { askRefund } from '../../refunds/ask-refund.ts';
import { withdrawRefund } from '../../refunds/withdraw-refund.ts';
import { acceptSplit } from '../../disputes/accept-split.ts';
import { answerDispute } from '../../disputes/answer-dispute.ts';
import { appealSplit } from '../../disputes/appeal-split.ts';
import { decideAppeal } from '../../disputes/decide-appeal.ts';
import { COMPLAINTS } from '../../disputes/dispute.ts';
import { openDispute } from '../../disputes/open-dispute.ts';
import { proposeSplit } from '../../disputes/propose-split.ts';
import { getOrder } from '../../get-order.ts';
import { withdrawDispute } from '../../disputes/withdraw-dispute.ts';
import { DisputePage } from './dispute-page.tsx';
import { type DisputeFailure, disputeView } from './dispute-view.ts';
import { evidencePdf } from './evidence-pdf.ts';
import { evidenceZip } from './evidence-zip.ts';

const ACT_LIMIT: Limit = { act: 'order-act', points: 300, windowSeconds: 3_600 };
const EVIDENCE_LIMIT: Limit = { act: 'order-archive', points: 20, windowSeconds: 3_600 };

/** Counted only for an order that is theirs to read: to all others it is not there, however often they ask. */
async function spendOnEvidence(request: HttpRequest): Promise<void> {
  await getOrder(request.ctx, idOf(request));
  await spendTry(request.ctx, EVIDENCE_LIMIT, requireMember(request.ctx));
}

const key = z.string().max(100).optional();
const text = z.string().default('');
const forms = {
  key: z.object({ idempotencyKey: key }),
  body: z.object({ idempotencyKey: key, body: text }),
  claim: z.object({
    idempotencyKey: key,
    kind: z.enum(COMPLAINTS, { message: 'invalid' }),
    body: text,
    amount: text,
  }),
  sum: z.object({ idempotencyKey: key, amount: text, reason: text }),
  answer: z.object({ idempotencyKey: key, agreed: z.enum(['yes', 'no'], { message: 'invalid' }) }),
};

const idOf = (request: HttpRequest) => request.params.orderId ?? '';
const pathOf = (request: HttpRequest) => `${orderPath(idOf(request))}/dispute`;

/** Cents of what was typed; refuses InvalidInput (`amount`). */
function centsOf(typed: string): bigint {
  const minor = parseMoneyInput(typed);
  if (minor === undefined)
    throw new InvalidInput({ amount: typed === '' ? 'required' : 'invalid' });
  return minor;
}

async function show(request: HttpRequest, failure?: DisputeFailure): Promise<Answer> {
  const { ctx, query } = request;
  const asked = failure?.values.kind ?? query.kind;
  const kind = typeof asked === 'string' ? asked : undefined;
  const view = await disputeView(ctx, idOf(request), { key: randomUUID(), kind, failure });
  const words = ordersWords(ctx.reader).dispute;
  const gone = view.failure?.tooLate;
  const title = `${words.title} · ${view.room.order.title}`;
  const status = gone ? 409 : failure ? 422 : 200;
  return page({ title, noindex: true }, <DisputePage view={view} />, { status });
}

interface Act<S extends z.ZodType> {
  noun: string;
  move: Move;
  schema: S;
  done: string | ((values: z.output<S>) => string);
  /** Only for those who judge. */
  judges?: true;
  run(ctx: Ctx, values: z.output<S>, request: HttpRequest): Promise<unknown>;
}

function act<S extends z.ZodType>(what: Act<S>): Route {
  const access = what.judges ? { roles: [ARBITER] } : ('member' as const);
  const options = { access, refusedTo: pathOf };
  return post(`/orders/:orderId/${what.noun}`, options, (request) => take(request, what));
}

async function take<S extends z.ZodType>(request: HttpRequest, what: Act<S>): Promise<Answer> {
  const { ctx, body } = request;
  await spendTry(ctx, ACT_LIMIT, requireMember(ctx));
  const form = readForm(what.schema, body);
  if (!form.ok) return comeBack(request, what, new InvalidInput(form.errors));
  try {
    await what.run(ctx, form.values, request);
  } catch (error) {
    const mendable =
      error instanceof InvalidInput || error instanceof OrderMoved || error instanceof GuardRefused;
    if (mendable) return comeBack(request, what, error);
    throw error;
  }
  const code = typeof what.done === 'function' ? what.done(form.values) : what.done;
  // After a refund without a dispute there may be no such page any more: the room always is.
  const to = what.noun.startsWith('refund') ? orderPath(idOf(request)) : pathOf(request);
  return seeOther(to, { flash: { tone: 'good', code } });
}

/** The form again with its errors; or, when the order has moved on meanwhile, that and what was typed. */
function comeBack(
  request: HttpRequest,
  { noun, move }: Pick<Act<z.ZodType>, 'noun' | 'move'>,
  why: Refusal,
): Promise<Answer> {
  const words = ordersWords(request.ctx.reader).errors as Record<string, string>;
  const codes = why instanceof InvalidInput ? why.fields : {};
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, words[code] ?? words.invalid ?? code]),
  );
  const tooLate = why instanceof InvalidInput ? undefined : why;
  return show(request, { form: noun, move, tooLate, errors, values: formValues(request.body) });
}

function checksOf(request: HttpRequest): string[] {
  return Object.keys(formValues(request.body)).flatMap((name) =>
    name.startsWith('check-') ? [name.slice(6)] : [],
  );
}

/** The dispute room of an order, its acts, and refunds by agreement. */
export const disputeRoutes: readonly Route[] = [
  get('/orders/:orderId/dispute', { access: 'member', example: 'dispute' }, (request) =>
    show(request),
  ),
  get(
    '/orders/:orderId/evidence.zip',
    { access: 'member', notAPage: 'a file' },
    async (request) => {
      await spendOnEvidence(request);
      return evidenceZip(request);
    },
  ),
  get(
    '/orders/:orderId/evidence.pdf',
    { access: 'member', notAPage: 'a file' },
    async (request) => {
      await spendOnEvidence(request);
      return evidencePdf(request);
    },
  ),
  act({
    noun: 'dispute',
    move: 'open_dispute',
    schema: forms.claim,
    done: 'dispute-opened',
    run: (ctx, values, request) =>
      openDispute(ctx, {
        orderId: idOf(request),
        kind: values.kind,
        checks: checksOf(request),
        body: values.body,
        wantedMinor: centsOf(values.amount),
        key: values.idempotencyKey,
      }),
  }),
  act({
    noun: 'dispute-answer',
    move: 'answer_dispute',
    schema: forms.body,
    done: 'dispute-answered',
    run: (ctx, { body, idempotencyKey }, request) =>
      answerDispute(ctx, { orderId: idOf(request), body, key: idempotencyKey }),
  }),
  act({
    noun: 'dispute-withdrawal',
    move: 'withdraw_dispute',
    schema: forms.key,
    done: 'dispute-withdrawn',
    run: (ctx, values, request) =>
      withdrawDispute(ctx, { orderId: idOf(request), key: values.idempotencyKey }),
  }),
  act({
    noun: 'dispute-acceptance',
    move: 'accept_split',
    schema: forms.key,
    done: 'split-accepted',
    run: (ctx, values, request) =>
      acceptSplit(ctx, { orderId: idOf(request), key: values.idempotencyKey }),
  }),
  act({
    noun: 'dispute-appeal',
    move: 'appeal_split',
    schema: forms.body,
    done: 'split-appealed',
    run: (ctx, { body, idempotencyKey }, request) =>
      appealSplit(ctx, { orderId: idOf(request), body, key: idempotencyKey }),
  }),
  act({
    noun: 'dispute-proposal',
    move: 'propose_split',
    schema: forms.sum,
    done: 'split-proposed',
    judges: true,
    run: (ctx, values, request) => proposeSplit(ctx, judgementOf(values, request)),
  }),
  act({
    noun: 'dispute-decision',
    move: 'decide_appeal',
    schema: forms.sum,
    done: 'dispute-decided',
    judges: true,
    run: (ctx, values, request) => decideAppeal(ctx, judgementOf(values, request)),
  }),
  act({
    noun: 'refund-requests',
    move: 'ask_refund',
    schema: forms.sum,
    done: 'refund-asked',
    run: (ctx, { amount, reason, idempotencyKey }, request) =>
      askRefund(ctx, {
        orderId: idOf(request),
        amountMinor: centsOf(amount),
        reason,
        key: idempotencyKey,
      }),
  }),
  act({
    noun: 'refund-answer',
    move: 'agree_refund',
    schema: forms.answer,
    done: ({ agreed }) => (agreed === 'yes' ? 'refund-agreed' : 'refund-refused'),
    run: (ctx, { agreed, idempotencyKey }, request) =>
      answerRefund(ctx, { orderId: idOf(request), agreed: agreed === 'yes', key: idempotencyKey }),
  }),
  act({
    noun: 'refund-withdrawal',
    move: 'withdraw_refund',
    schema: forms.key,
    done: 'refund-withdrawn',
    run: (ctx, values, request) =>
      withdrawRefund(ctx, { orderId: idOf(request), key: values.idempotencyKey }),
  }),
];

function judgementOf(values: z.output<typeof forms.sum>, request: HttpRequest) {
  const { amount, reason, idempotencyKey } = values;
  return { orderId: idOf(request), refundMinor: centsOf(amount), reason, key: idempotencyKey };
}
