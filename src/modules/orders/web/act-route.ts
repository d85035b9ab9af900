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
import { ordersWords } from '../locales/index.ts';
import { orderPath } from '../order-paths.ts';
import type { IncomingFile } from '../talk/order-files.ts';
import { showRoom } from './order-room.routes.tsx';
import type { FormName } from './room-view.ts';

const FILE_LIMIT_BYTES = 50 * 1024 * 1024;
/** SPEC 7.5: what one member may send into orders. */
const ACT_LIMIT: Limit = { act: 'order-act', points: 300, windowSeconds: 3_600 };
const UPLOAD_LIMIT: Limit = { act: 'upload', points: 120, windowSeconds: 3_600 };

/** One form of an order's room, and the action it calls. */
export interface Act<S extends z.ZodType> {
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

/** The route of a form of the room: refused with 422 it comes back, with 409 the room says why. */
export function actRoute<S extends z.ZodType>(what: Act<S>): Route {
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

/** The files that came in with one field of the form. */
export function filesOf(request: HttpRequest, field: string): IncomingFile[] {
  return request.files
    .filter((file) => file.field === field)
    .map(({ path, fileName, truncated }) => ({ path, fileName, truncated }));
}
