import { randomUUID } from 'node:crypto';
import { requireMember } from '#platform/context';
import {
  type Answer as HttpAnswer,
  formValues,
  type HttpRequest,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { type Limit, spendTry } from '#platform/limits';
import type { z } from 'zod';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { withdrawCancellation } from '../cancellations/withdraw-cancellation.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { deliver } from '../deliveries/deliver.ts';
import { deliverPart } from '../deliveries/deliver-part.ts';
import type { HandedIn } from '../deliveries/hand-in.ts';
import { prolongAcceptance } from '../deliveries/prolong-acceptance.ts';
import { answerExtension } from '../extensions/answer-extension.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { keepRequirementsDraft } from '../life-cycle/keep-requirements-draft.ts';
import { submitRequirements } from '../life-cycle/submit-requirements.ts';
import { orderPath } from '../order-paths.ts';
import type { IncomingFile } from '../talk/order-files.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import { actRoute, filesOf } from './act-route.ts';
import { additionRoutes } from './additions/addition.routes.ts';
import * as forms from './order.forms.ts';

/** Answers and files of the requirements form, by question. */
function questionsOf(request: HttpRequest) {
  const answers: Record<string, string> = {};
  for (const [name, value] of Object.entries(formValues(request.body))) {
    if (name.startsWith('q-') && typeof value === 'string') answers[name.slice(2)] = value;
  }
  const files: Record<string, IncomingFile[]> = {};
  for (const { field } of request.files) {
    if (field.startsWith('q-')) files[field.slice(2)] = filesOf(request, field);
  }
  return { answers, files };
}

/** What was handed in, all of the work or a part. */
function workOf(
  request: HttpRequest,
  values: z.output<typeof forms.deliveryForm>,
  orderId: string,
): HandedIn {
  return {
    orderId,
    note: values.note,
    files: filesOf(request, 'files'),
    aiUsed: values.aiUsed === 'on',
    aiNote: values.aiNote,
    key: values.idempotencyKey,
  };
}

/** Files are not part of a draft, but the form that is sent for it may carry some. */
const DRAFT_FILE_BYTES = 50 * 1024 * 1024;

/** A draft keeps itself while it is written; it must not use up the tries of the acts. */
const DRAFT_LIMIT: Limit = { act: 'keep-draft', points: 1_200, windowSeconds: 3_600 };

/** Keeps the instructions as far as they are written; a script gets no page for it. */
async function keepDraft(request: HttpRequest): Promise<HttpAnswer> {
  const { ctx, body, params, raw } = request;
  const orderId = params.orderId ?? '';
  await spendTry(ctx, DRAFT_LIMIT, requireMember(ctx));
  const note = typeof body.note === 'string' ? body.note : '';
  await keepRequirementsDraft(ctx, { orderId, note, answers: questionsOf(request).answers });
  if (raw.headers.accept?.includes('application/json')) return { kind: 'empty', status: 204 };
  return seeOther(orderPath(orderId), { flash: { tone: 'good', code: 'draft-kept' } });
}

/** Every act of an order's room: each form calls one action. */
export const orderActRoutes: readonly Route[] = [
  post(
    '/orders/:orderId/requirements-draft',
    {
      access: 'member',
      refusedTo: ({ params }) => orderPath(params.orderId ?? ''),
      fileLimitBytes: DRAFT_FILE_BYTES,
      fileCount: 20,
    },
    keepDraft,
  ),
  actRoute({
    noun: 'requirements',
    form: 'requirements',
    schema: forms.requirementsForm,
    fileCount: 20,
    done: 'requirements-given',
    run: (request, values, orderId) =>
      submitRequirements(request.ctx, {
        orderId,
        ...questionsOf(request),
        note: values.note,
        key: values.idempotencyKey,
      }),
  }),
  actRoute({
    noun: 'messages',
    form: 'message',
    schema: forms.messageForm,
    fileCount: 5,
    run: (request, values, orderId) =>
      sendOrderMessage(request.ctx, {
        orderId,
        body: values.text,
        files: filesOf(request, 'files'),
        key: values.idempotencyKey ?? randomUUID(),
      }),
  }),
  actRoute({
    noun: 'deliveries',
    form: 'delivery',
    schema: forms.deliveryForm,
    fileCount: 10,
    done: 'order-delivered',
    run: (request, values, orderId) => deliver(request.ctx, workOf(request, values, orderId)),
  }),
  actRoute({
    noun: 'part-deliveries',
    form: 'part',
    schema: forms.deliveryForm,
    fileCount: 10,
    done: 'part-delivered',
    run: (request, values, orderId) => deliverPart(request.ctx, workOf(request, values, orderId)),
  }),
  actRoute({
    noun: 'change-requests',
    form: 'change',
    schema: forms.changeForm,
    done: 'change-asked',
    run: ({ ctx }, values, orderId) =>
      askForChange(ctx, { orderId, body: values.body, key: values.idempotencyKey }),
  }),
  actRoute({
    noun: 'acceptance',
    form: 'change',
    schema: forms.keyForm,
    done: 'order-accepted',
    run: ({ ctx }, values, orderId) => acceptDelivery(ctx, { orderId, key: values.idempotencyKey }),
  }),
  actRoute({
    noun: 'prolongation',
    form: 'change',
    schema: forms.keyForm,
    done: 'acceptance-prolonged',
    run: ({ ctx }, values, orderId) =>
      prolongAcceptance(ctx, { orderId, key: values.idempotencyKey }),
  }),
  actRoute({
    noun: 'cancellation',
    form: 'cancellation',
    schema: forms.keyForm,
    done: 'order-cancelled',
    run: ({ ctx }, values, orderId) => cancelOrder(ctx, { orderId, key: values.idempotencyKey }),
  }),
  actRoute({
    noun: 'extension-requests',
    form: 'extension',
    schema: forms.extensionForm,
    done: 'extension-asked',
    run: ({ ctx }, values, orderId) =>
      askExtension(ctx, {
        orderId,
        days: values.days,
        reason: values.reason,
        key: values.idempotencyKey,
      }),
  }),
  actRoute({
    noun: 'extension-answer',
    form: 'extension',
    schema: forms.answerForm,
    done: ({ agreed }) => (agreed === 'yes' ? 'extension-agreed' : 'extension-refused'),
    run: ({ ctx }, values, orderId) =>
      answerExtension(ctx, {
        orderId,
        agreed: values.agreed === 'yes',
        key: values.idempotencyKey,
      }),
  }),
  actRoute({
    noun: 'cancellation-requests',
    form: 'cancellation',
    schema: forms.reasonForm,
    done: 'cancellation-asked',
    run: ({ ctx }, values, orderId) =>
      askCancellation(ctx, { orderId, reason: values.reason, key: values.idempotencyKey }),
  }),
  actRoute({
    noun: 'cancellation-withdrawal',
    form: 'cancellation',
    schema: forms.keyForm,
    done: 'cancellation-withdrawn',
    run: ({ ctx }, values, orderId) =>
      withdrawCancellation(ctx, { orderId, key: values.idempotencyKey }),
  }),
  actRoute({
    noun: 'cancellation-answer',
    form: 'cancellation',
    schema: forms.answerForm,
    done: ({ agreed }) => (agreed === 'yes' ? 'order-cancelled' : 'cancellation-refused'),
    run: ({ ctx }, values, orderId) =>
      answerCancellation(ctx, {
        orderId,
        agreed: values.agreed === 'yes',
        key: values.idempotencyKey,
      }),
  }),
  ...additionRoutes,
];
