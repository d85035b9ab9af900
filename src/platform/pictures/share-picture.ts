import { createHash } from 'node:crypto';
import type { Ctx } from '#platform/context';
import { storeOf } from '#platform/storage';
import { LRUCache } from 'lru-cache';
import { drawShareCard, type ShareCard } from './draw-share-card.ts';

/** Counted up when the drawing changes, so that all are drawn anew. */
const LOOK = 1;
const KEY_LENGTH = 16;
/** More than these do not wait: they get the site's own picture. */
const MOST_WAITING = 40;

const recent = new LRUCache<string, Buffer>({
  maxSize: 8 * 1024 * 1024,
  sizeCalculation: (bytes) => bytes.byteLength,
});
const making = new Map<string, Promise<Buffer>>();
let turn: Promise<unknown> = Promise.resolve();

/** What is on the card, as a short text: another content has another key. */
export function shareKey(card: ShareCard): string {
  const said = JSON.stringify([LOOK, card]);
  return createHash('sha256').update(said).digest('base64url').slice(0, KEY_LENGTH);
}

interface Drawing {
  /** One thing in one language (`services-412-ar`): it has one file in the store, with its newest content. */
  name: string;
  card: ShareCard;
  loadPicture?: () => Promise<Buffer | undefined>;
  /** Asked before it is drawn; throws when the asker had enough. */
  admit?: () => Promise<void>;
}

/**
 * The picture of a card, drawn when first asked for and kept: one is drawn at a time in a process, and
 * asked for twice at once it is drawn once. Undefined when too many wait.
 */
export async function findSharePicture(ctx: Ctx, drawing: Drawing): Promise<Buffer | undefined> {
  const key = shareKey(drawing.card);
  const memoryKey = `${ctx.site.dataDir} ${drawing.name} ${key}`;
  const remembered = recent.get(memoryKey);
  if (remembered) return remembered;
  const running = making.get(memoryKey);
  if (running) return running;
  const kept = await findKept(ctx, drawing.name, key);
  if (kept) {
    recent.set(memoryKey, kept);
    return kept;
  }
  await drawing.admit?.();
  const begun = making.get(memoryKey);
  if (begun) return begun;
  if (making.size >= MOST_WAITING) return undefined;
  const work = inTurn(() => draw(ctx, drawing, key)).finally(() => making.delete(memoryKey));
  making.set(memoryKey, work);
  const bytes = await work;
  recent.set(memoryKey, bytes);
  return bytes;
}

function inTurn(work: () => Promise<Buffer>): Promise<Buffer> {
  const mine = turn.then(work);
  turn = mine.catch(() => undefined);
  return mine;
}

async function draw(ctx: Ctx, drawing: Drawing, key: string): Promise<Buffer> {
  const bytes = await drawShareCard(drawing.card, await drawing.loadPicture?.());
  const store = await storeOf(ctx);
  // A store without room loses nothing: the picture is drawn again next time.
  await store
    .put(storeKey(drawing.name), Buffer.concat([Buffer.from(key), bytes]))
    .catch((error: unknown) => ctx.log.warn({ error }, 'a share picture was not kept'));
  return bytes;
}

/** The kept file says in its first letters which content it shows. */
async function findKept(ctx: Ctx, name: string, key: string): Promise<Buffer | undefined> {
  const bytes = await (await storeOf(ctx)).find(storeKey(name));
  if (bytes?.subarray(0, KEY_LENGTH).toString() !== key) return undefined;
  return bytes.subarray(KEY_LENGTH);
}

function storeKey(name: string): string {
  const folder = createHash('sha256').update(name).digest('hex').slice(0, 2);
  return `share/${folder}/${name}`;
}
