import { randomUUID } from 'node:crypto';
import { type Answer, get, type HttpRequest, page } from '#platform/http';
import { getOrder } from '../get-order.ts';
import { findThread, threadTopic } from '#messaging';
import { ordersWords } from '../locales/index.ts';
import { orderTopic } from '../order-paths.ts';
import { markOrderRead } from '../talk/mark-order-read.ts';
import { openOrderPreview } from '../talk/open-order-preview.ts';
import { openOrderFile } from '../talk/open-order-file.ts';
import { historyCsv, historyText } from './history-export.ts';
import { OrderRoomPage } from './order-room-page.tsx';
import { type FormFailure, roomView } from './room-view.ts';

const idOf = (request: HttpRequest) => request.params.orderId ?? '';

/** The place among the messages to read on from, backwards. */
function beforeOf(request: HttpRequest): bigint | undefined {
  const { before } = request.query;
  return typeof before === 'string' && /^\d{1,18}$/.test(before) ? BigInt(before) : undefined;
}

/** The room's page; after a refused form with its errors and the values kept (422). */
export async function showRoom(request: HttpRequest, failure?: FormFailure): Promise<Answer> {
  const view = await roomView(request.ctx, idOf(request), {
    key: randomUUID(),
    before: beforeOf(request),
    failure,
  });
  const title = `${view.order.title} · ${ordersWords(request.ctx.reader).room.order(view.order.code)}`;
  return page({ title, noindex: true }, <OrderRoomPage view={view} />, {
    status: failure ? 422 : 200,
  });
}

export const orderRoomRoutes = [
  get('/orders/:orderId', { access: 'member', example: 'order' }, async (request) => {
    await markOrderRead(request.ctx, idOf(request));
    return showRoom(request);
  }),
  get('/orders/:orderId/live', { access: 'member', notAPage: 'a stream of events' }, live),
  get(
    '/orders/:orderId/files/:fileId',
    { access: 'member', notAPage: 'a file' },
    async (request) => {
      const fileId = request.params.fileId ?? '';
      const file = await openOrderFile(request.ctx, { orderId: idOf(request), fileId });
      return {
        kind: 'file',
        type: file.type,
        fileName: file.fileName,
        inline: false,
        cacheSeconds: 0,
        body: file.stream,
      };
    },
  ),
  get(
    '/orders/:orderId/files/:fileId/preview',
    { access: 'member', notAPage: 'a picture' },
    async (request) => {
      const fileId = request.params.fileId ?? '';
      const { type, bytes } = await openOrderPreview(request.ctx, {
        orderId: idOf(request),
        fileId,
      });
      return {
        kind: 'file',
        type,
        fileName: 'preview.webp',
        inline: true,
        cacheSeconds: 0,
        body: bytes,
      };
    },
  ),
  get('/orders/:orderId/history.csv', { access: 'member', notAPage: 'a file' }, historyCsv),
  get('/orders/:orderId/history.txt', { access: 'member', notAPage: 'a file' }, historyText),
];

/** Tells an open room that something happened in it: it then fetches its parts anew. */
async function live(request: HttpRequest): Promise<Answer> {
  const { ctx, live: word } = request;
  const order = await getOrder(ctx, idOf(request));
  const threadId = await findThread(ctx, { kind: 'order', id: order.orderId });
  return {
    kind: 'events',
    open(send) {
      const tell = () => send('change', {});
      const ends = [word.subscribe(orderTopic(order.orderId), tell), word.onGap(tell)];
      if (threadId) ends.push(word.subscribe(threadTopic(threadId), tell));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}
