import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { type Exchange, stateOf } from './environment.ts';
import { type CachedPage, sendPacked } from './sharing/page-cache.ts';
import type { TextAnswer } from './route.ts';

/** Shorter texts fit one packet as they are. */
const WORTH_PACKING_BYTES = 1_400;

/** Text for machines: packed when it is long, passed on as it comes when it is a stream. */
export function sendText(exchange: Exchange, answer: TextAnswer): unknown {
  const { request, reply } = exchange;
  const { body } = answer;
  reply
    .code(answer.status)
    .headers(answer.headers ?? {})
    .type(answer.type);
  if (body instanceof Readable) return sendStream(exchange, body);
  const plain = Buffer.from(body);
  if (answer.cacheSeconds !== undefined) keep(exchange, plain, answer.cacheSeconds);
  else if (plain.byteLength < WORTH_PACKING_BYTES) return reply.send(plain);
  reply.header('vary', 'accept-encoding');
  return sendPacked(request, reply, { headers: reply.getHeaders(), plain, packed: new Map() });
}

/** A shared text is remembered like a page, and known again by its tag. */
function keep({ env, request, reply }: Exchange, plain: Buffer, seconds: number): void {
  const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  reply
    .header('etag', `W/"${tag}"`)
    .header('vary', 'accept-encoding')
    .header('cache-control', `public, max-age=${seconds}`);
  const { cacheKey } = stateOf(request);
  const page: CachedPage = { headers: reply.getHeaders(), plain, packed: new Map() };
  if (cacheKey !== undefined && reply.statusCode === 200) env.cache.put(cacheKey, page, seconds);
}

function sendStream({ request, reply }: Exchange, body: Readable): unknown {
  reply.header('vary', 'accept-encoding');
  // What reads maps always takes gzip; brotli would cost more for nothing here.
  if (!/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) return reply.send(body);
  const packed = createGzip({ level: 6 });
  body.on('error', (error) => packed.destroy(error));
  packed.on('close', () => body.destroy());
  return reply.header('content-encoding', 'gzip').send(body.pipe(packed));
}
