import { randomUUID } from 'node:crypto';
import { requireMember } from '#platform/context';
import {
  type Answer,
  formValues,
  type HttpRequest,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { type Limit, spendTry } from '#platform/limits';
import { InvalidInput, Refusal } from '#platform/refusals';
import type { z } from 'zod';
import { answerCancellation } from '../cancellations/answer-cancellation.ts';
import { askCancellation } from '../cancellations/ask-cancellation.ts';
import { cancelOrder } from '../cancellations/cancel-order.ts';
import { withdrawCancellation } from '../cancellations/withdraw-cancellation.ts';
import { acceptDelivery } from '../deliveries/accept-delivery.ts';
import { askForChange } from '../deliveries/ask-for-change.ts';
import { deliver } from '../deliveries/deliver.ts';
import { prolongAcceptance } from '../deliveries/prolong-acceptance.ts';
import { answerExtension } from '../extensions/answer-extension.ts';
import { askExtension } from '../extensions/ask-extension.ts';
import { submitRequirements } from '../life-cycle/submit-requirements.ts';
import { ordersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import type { IncomingFile } from '../talk/order-files.ts';
import { sendOrderMessage } from '../talk/send-order-message.ts';
import * as forms from './order.forms.ts';
import { showRoom } from './order-room.routes.tsx';
import type { FormName } from './room-view.ts';

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
/** SPEC 7.5: what one member may send into orders. */
const ACT_LIMIT: Limit = { act: 'order-act', points: 300, windowSeconds: 3_600 };
const UPLOAD_LIMIT: Limit = { act: 'upload', points: 120, windowSeconds: 3_600 };

interface Act<S extends z.ZodType> {
  noun: string;
  /** The form that comes back when it is refused with 422. */
  form: FormName;
  schema: S;
  /** The word that says it was done; nothing for a message, which shows itself. */
  done?: string | ((values: z.output<S>) => string);
  fileCount?: number;
  run(request: HttpRequest, values: z.output<S>, orderId: string): Promise<unknown>;
}

const idOf = (request: HttpRequest) => request.params.orderId ?? '';
const roomOf = (request: HttpRequest) => orderPath(idOf(request));

function act<S extends z.ZodType>(what: Act<S>): Route {
  const files = what.fileCount
    ? { fileLimitBytes: FILE_LIMIT_BYTES, fileCount: what.fileCount }
    : {};
  const options = { access: 'member' as const, refusedTo: roomOf, ...files };
  return post(`/orders/:orderId/${what.noun}`, options, (request) => takeForm(request, what));
}

async function takeForm<S extends z.ZodType>(request: HttpRequest, what: Act<S>): Promise<Answer> {
  const { ctx, body } = request;
  await spendTry(ctx, ACT_LIMIT, requireMember(ctx));
  if (request.files.length > 0) await spendTry(ctx, UPLOAD_LIMIT, requireMember(ctx));
  const form = readForm(what.schema, body);
  if (!form.ok) return comeBack(request, what.form, form.errors);
  try {
    await what.run(request, form.values, idOf(request));
  } catch (error) {
    if (error instanceof InvalidInput) return comeBack(request, what.form, error.fields);
    if (error instanceof Refusal && error.status === 422) {
      return comeBack(request, what.form, { [fieldOf(what.form, error)]: error.code });
    }
    throw error;
  }
  const done = typeof what.done === 'function' ? what.done(form.values) : what.done;
  if (!done) return seeOther(`${roomOf(request)}#write`);
  return seeOther(roomOf(request), { flash: { tone: 'good', code: done } });
}

/** Files that media refuses belong to the file field; a message without words to its text. */
function fieldOf(form: FormName, error: Refusal): string {
  if (form === 'message' && error.code.startsWith('message-')) return 'text';
  return 'files';
}

function comeBack(
  request: HttpRequest,
  form: FormName,
  codes: Record<string, string>,
): Promise<Answer> {
  const words = ordersWords(request.ctx.reader).errors as Record<string, string>;
  const errors = Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, words[code] ?? words.invalid ?? code]),
  );
  return showRoom(request, { form, errors, values: formValues(request.body) });
}

function filesOf(request: HttpRequest, field: string): IncomingFile[] {
  return request.files
    .filter((file) => file.field === field)
    .map(({ path, fileName, truncated }) => ({ path, fileName, truncated }));
}

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

/** Every act of an order's room: each form calls one action. */
export const orderActRoutes: readonly Route[] = [
  act({
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
  act({
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
  act({
    noun: 'deliveries',
    form: 'delivery',
    schema: forms.deliveryForm,
    fileCount: 10,
    done: 'order-delivered',
    run: (request, values, orderId) =>
      deliver(request.ctx, {
        orderId,
        note: values.note,
        files: filesOf(request, 'files'),
        aiUsed: values.aiUsed === 'on',
        key: values.idempotencyKey,
      }),
  }),
  act({
    noun: 'change-requests',
    form: 'change',
    schema: forms.changeForm,
    done: 'change-asked',
    run: ({ ctx }, values, orderId) =>
      askForChange(ctx, { orderId, body: values.body, key: values.idempotencyKey }),
  }),
  act({
    noun: 'acceptance',
    form: 'change',
    schema: forms.keyForm,
    done: 'order-accepted',
    run: ({ ctx }, values, orderId) => acceptDelivery(ctx, { orderId, key: values.idempotencyKey }),
  }),
  act({
    noun: 'prolongation',
    form: 'change',
    schema: forms.keyForm,
    done: 'acceptance-prolonged',
    run: ({ ctx }, values, orderId) =>
      prolongAcceptance(ctx, { orderId, key: values.idempotencyKey }),
  }),
  act({
    noun: 'cancellation',
    form: 'cancellation',
    schema: forms.keyForm,
    done: 'order-cancelled',
    run: ({ ctx }, values, orderId) => cancelOrder(ctx, { orderId, key: values.idempotencyKey }),
  }),
  act({
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
  act({
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
  act({
    noun: 'cancellation-requests',
    form: 'cancellation',
    schema: forms.reasonForm,
    done: 'cancellation-asked',
    run: ({ ctx }, values, orderId) =>
      askCancellation(ctx, { orderId, reason: values.reason, key: values.idempotencyKey }),
  }),
  act({
    noun: 'cancellation-withdrawal',
    form: 'cancellation',
    schema: forms.keyForm,
    done: 'cancellation-withdrawn',
    run: ({ ctx }, values, orderId) =>
      withdrawCancellation(ctx, { orderId, key: values.idempotencyKey }),
  }),
  act({
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
];
