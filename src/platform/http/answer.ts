import { barePath, encodedPath, type Locale, localePath } from '#platform/i18n';
import { hrefFor, type PageValue, renderBody, renderPage } from '#ui';
import { type Exchange, type RequestState, stateOf } from './environment.ts';
import { clearFlashCookie, flashCookie, readFlash } from './flash.ts';
import { type CachedPage, sendPacked } from './sharing/page-cache.ts';
import { textOf } from './refusal-text.ts';
import { sendText } from './send-text.ts';
import type { Answer, PageAnswer } from './route.ts';
import { visitorKeyFor } from './visit.ts';

/** Turns what a route answered into bytes. */
export async function sendAnswer(exchange: Exchange, answer: Answer): Promise<unknown> {
  const { env, reply } = exchange;
  switch (answer.kind) {
    case 'page':
      return sendPage(exchange, answer);
    case 'redirect': {
      const lines = answer.cookies?.map((cookie) => cookie.line) ?? [];
      if (answer.flash)
        lines.push(flashCookie({ secure: env.secure, secret: env.ctx.site.secret }, answer.flash));
      if (lines.length > 0) reply.header('set-cookie', lines);
      return reply.redirect(
        asciiAddress(localTarget(answer.locale ?? exchange.ctx.reader.locale, answer.to)),
        303,
      );
    }
    case 'moved': {
      const query = asciiAddress(/\?.*$/s.exec(exchange.request.originalUrl)?.[0] ?? '');
      const path = encodedPath(localePath(exchange.ctx.reader.locale, answer.to));
      return reply.redirect(path + query, 301);
    }
    case 'json':
      return reply.code(answer.status).send(answer.body);
    case 'text':
      return sendText(exchange, answer);
    case 'file':
      return reply
        .header('content-disposition', disposition(answer.inline, answer.fileName))
        .header(
          'cache-control',
          answer.cacheSeconds > 0
            ? `public, max-age=${answer.cacheSeconds}, immutable`
            : 'private, no-store',
        )
        .header('x-content-type-options', 'nosniff')
        .headers(rangeHeaders(answer))
        .code(answer.part ? 206 : 200)
        .type(answer.type)
        .send(answer.body);
    case 'empty':
      return reply
        .code(answer.status)
        .headers(answer.headers ?? {})
        .send();
    case 'events':
      return sendEvents(exchange, answer.open);
    case 'raw':
      return answer.send(reply);
  }
}

function rangeHeaders({ byteSize, part }: Extract<Answer, { kind: 'file' }>) {
  if (byteSize === undefined) return {};
  if (!part) return { 'accept-ranges': 'bytes', 'content-length': String(byteSize) };
  return {
    'accept-ranges': 'bytes',
    'content-range': `bytes ${part.first}-${part.last}/${part.of}`,
    'content-length': String(part.last - part.first + 1),
  };
}

/** Absolute addresses stay as they are (a gateway's page); own paths get the language prefix. */
function localTarget(locale: Locale, to: string): string {
  return to.startsWith('/') ? localePath(locale, to) : to;
}

/** An address for a header: what is encoded already (a path inside a query) stays as it is. */
function asciiAddress(address: string): string {
  return address.toWellFormed().replace(/[^\x21-\x7e]+/g, encodeURI);
}

function disposition(inline: boolean, fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}

async function sendPage(exchange: Exchange, answer: PageAnswer): Promise<unknown> {
  const { env, request, reply } = exchange;
  const state = stateOf(request);
  const html = Buffer.from(await pageHtml(exchange, state, answer));
  const cookies = [...state.newCookies];
  if (request.headers.cookie?.includes('flash=')) cookies.push(clearFlashCookie(env));
  if (cookies.length > 0) reply.header('set-cookie', cookies);
  reply.code(answer.status).type('text/html; charset=utf-8');
  const shared =
    state.cacheKey !== undefined && answer.cacheSeconds !== undefined && cookies.length === 0;
  reply.header(
    'cache-control',
    shared ? 'public, max-age=0, must-revalidate' : 'private, no-store',
  );
  reply.header('vary', 'cookie, accept-encoding');
  if (answer.refreshSeconds !== undefined) reply.header('refresh', String(answer.refreshSeconds));
  const page: CachedPage = { headers: reply.getHeaders(), plain: html, packed: new Map() };
  if (shared && state.cacheKey && answer.status === 200) {
    env.cache.put(state.cacheKey, page, answer.cacheSeconds ?? 0);
  }
  return sendPacked(request, reply, page);
}

async function pageHtml(
  exchange: Exchange,
  state: RequestState,
  answer: PageAnswer,
): Promise<string> {
  const { env, request, ctx } = exchange;
  const viewer = ctx.actor.kind === 'member' ? await env.viewerOf(ctx) : undefined;
  const flash = readFlash(env.ctx.site.secret, request.headers.cookie);
  const url = barePath(request.originalUrl);
  const value: PageValue = {
    reader: ctx.reader,
    href: hrefFor(ctx.reader),
    viewer,
    // A page in the shared cache carries no token: its forms only search.
    csrfToken:
      state.cacheKey !== undefined && answer.cacheSeconds !== undefined
        ? undefined
        : env.csrf.make(visitorKeyFor(env, state)),
    path: url,
    now: ctx.clock.now(),
    theme: state.theme,
    assets: env.assets,
    origin: ctx.site.publicUrl,
    demo: env.demoStrip?.(ctx.reader),
    flash: flash ? { tone: flash.tone, text: textOf(env, ctx.reader.locale, flash) } : undefined,
  };
  const { drawn } = answer;
  if (!drawn || value.csrfToken !== undefined) return renderPage(value, answer.head, answer.body);
  drawn.html ??= renderBody(value, answer.body);
  return renderPage(value, answer.head, { html: drawn.html });
}

function sendEvents(
  exchange: Exchange,
  open: (send: (event: string, data: unknown) => void) => () => void,
): void {
  const { reply } = exchange;
  reply.hijack();
  const out = reply.raw;
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  out.write('retry: 2000\n\n');
  const close = open((event, data) => {
    out.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  const beat = setInterval(() => out.write(': beat\n\n'), 25_000);
  out.on('close', () => {
    clearInterval(beat);
    close();
  });
}
