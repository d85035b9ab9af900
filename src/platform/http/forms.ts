import { cleanText } from '#platform/i18n';
import type { z } from 'zod';

/** What came in as text, to show again in the fields of a refused form. */
export type FormValues = Record<string, string | string[]>;

export type FormResult<T> =
  | { ok: true; values: T }
  | { ok: false; errors: Record<string, string>; raw: FormValues };

/**
 * Reads a form by its schema. Text is trimmed, normalised and freed of control and bidi characters
 * first. Errors map a field name to a message code (the schema's `message`), for the page's words.
 */
export function readForm<S extends z.ZodType>(
  schema: S,
  body: Record<string, unknown>,
): FormResult<z.output<S>> {
  const raw = formValues(body);
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { ok: true, values: parsed.data };
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) errors[issue.path.join('.')] ??= messageCode(issue);
  return { ok: false, errors, raw };
}

/** The text fields of a body, cleaned; anything that is not text is left out. */
export function formValues(body: Record<string, unknown>): FormValues {
  const values: FormValues = {};
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') values[name] = cleanText(value).trim();
    else if (Array.isArray(value)) {
      values[name] = value
        .filter((part) => typeof part === 'string')
        .map((part) => cleanText(part).trim());
    }
  }
  return values;
}

/** A schema's own message when it is a code; else one of: required, too-short, too-long, too-small, too-big, invalid. */
function messageCode(issue: z.core.$ZodIssue): string {
  if (/^[a-z][a-z0-9-]*$/.test(issue.message)) return issue.message;
  if (issue.code === 'invalid_type') return 'required';
  if (issue.code === 'too_small') {
    if (issue.origin === 'string') return issue.minimum === 1 ? 'required' : 'too-short';
    return 'too-small';
  }
  if (issue.code === 'too_big') return issue.origin === 'string' ? 'too-long' : 'too-big';
  return 'invalid';
}
