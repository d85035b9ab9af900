import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Ctx, deriveSecret } from '#platform/context';

const MARK = 24;

/** What a letter's link to stop it carries: the saved search and a mark that only this site can make. */
export function alertToken(ctx: Ctx, savedId: string): string {
  return `${savedId}.${markOf(ctx, savedId)}`;
}

/** The saved search a link is about; undefined for a link that this site did not make. */
export function readAlertToken(ctx: Ctx, token: string): string | undefined {
  const [savedId = '', mark = ''] = token.split('.');
  const expected = Buffer.from(markOf(ctx, savedId));
  const given = Buffer.from(mark);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  return savedId;
}

function markOf(ctx: Ctx, savedId: string): string {
  return createHmac('sha256', deriveSecret(ctx, 'search-alerts'))
    .update(savedId)
    .digest('base64url')
    .slice(0, MARK);
}
