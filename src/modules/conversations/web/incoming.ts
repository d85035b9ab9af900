import { conversationsWords } from '../locales/index.ts';
import type { HttpRequest } from '#platform/http';
import { InvalidInput, Refusal } from '#platform/refusals';
import type { IncomingFile } from '../talking/attach-files.ts';

/** The files of a form, as the actions take them. */
export function filesOf(request: HttpRequest): IncomingFile[] {
  return request.files
    .filter(({ field }) => field === 'files')
    .map(({ path, fileName, truncated }) => ({ path, fileName, truncated }));
}

/** Which field of a message a refusal belongs to, by code; other errors go their way. */
export function messageErrors(error: unknown): Record<string, string> {
  if (error instanceof Refusal && isOfMessage(error)) {
    return { [/^(?:message|talk)-/.test(error.code) ? 'text' : 'files']: error.code };
  }
  throw error;
}

/** Also that nothing is sent from here any more: the text comes back with that, not an empty page. */
function isOfMessage(error: Refusal): boolean {
  if (error.status === 422) return !(error instanceof InvalidInput);
  return ['talk-is-blocked', 'talk-is-paused'].includes(error.code);
}

/** Codes of fields as words. */
export function fieldTexts(
  request: HttpRequest,
  codes: Record<string, string>,
): Record<string, string> {
  const { errors } = conversationsWords(request.ctx.reader);
  return Object.fromEntries(
    Object.entries(codes).map(([field, code]) => [field, errors[code] ?? errors.invalid ?? code]),
  );
}
