import type { Answer, HttpRequest } from '#platform/http';
import { spendTry } from '#platform/limits';
import { findSharePicture, shareKey } from './share-picture.ts';
import type { ShareCard } from './draw-share-card.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const HOUR_SECONDS = 60 * 60;

/** Pictures that are not there yet, for one address: networks ask for one when a link is shared. */
const DRAWINGS = { act: 'share-picture', points: 240, windowSeconds: HOUR_SECONDS };

/** A picture that other sites show; its routes are given these. */
export const shareRoute = {
  access: 'public',
  notAPage: 'a picture',
  headers: { 'cross-origin-resource-policy': 'cross-origin' },
} as const;

interface Shared {
  name: string;
  card: ShareCard;
  loadPicture?: () => Promise<Buffer | undefined>;
}

/** The address of a card's picture; it changes with what stands on it. */
export function shareAddress(path: string, card: ShareCard): string {
  return `${path}?v=${shareKey(card)}`;
}

/** The picture of a shared link. An address that names its content may be kept for good. */
export async function answerSharePicture(request: HttpRequest, shared: Shared): Promise<Answer> {
  const { ctx, ip, query } = request;
  const name = `${shared.name}-${ctx.reader.locale}`;
  const bytes = await findSharePicture(ctx, {
    ...shared,
    name,
    admit: () => spendTry(ctx, DRAWINGS, ip),
  });
  if (!bytes) return { kind: 'redirect', to: '/icon-512.png' };
  return {
    kind: 'file',
    type: 'image/jpeg',
    fileName: `${name}.jpg`,
    inline: true,
    cacheSeconds: query.v === shareKey(shared.card) ? YEAR_SECONDS : HOUR_SECONDS,
    body: bytes,
  };
}
