import type { Ctx } from '#platform/context';
import type { Answer } from '#platform/http';
import { localePath } from '#platform/i18n';

/** Sends browsers and search engines on to the one address of a page, for good. */
export function movedTo(ctx: Ctx, path: string): Answer {
  const location = encodeURI(localePath(ctx.reader.locale, path));
  return { kind: 'text', status: 301, type: 'text/plain', body: '', headers: { location } };
}
