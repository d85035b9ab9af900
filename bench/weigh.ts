import { get as request } from 'node:http';

/** Bytes over the wire of one visit, by kind. */
export interface Visit {
  html: number;
  css: number;
  js: number;
  fonts: number;
  images: number;
}

/** Pictures a phone shows before scrolling: those not marked as lazy. */
const EAGER_IMAGE = /<img\b(?![^>]*loading="?lazy)[^>]*>/g;

/** What a browser without a cache fetches for a page: itself, its styles, scripts, fonts and first pictures. */
export async function weigh(origin: string, path: string, cookie?: string): Promise<Visit> {
  const page = await fetchRaw(origin + path, cookie);
  const html = await decoded(origin + path, cookie);
  const visit: Visit = { html: page, css: 0, js: 0, fonts: 0, images: 0 };
  const links = unique(html.matchAll(/<link\b[^>]*>/g), (tag) =>
    /rel="?stylesheet/.test(tag) ? attribute(tag, 'href') : undefined,
  );
  for (const link of links) {
    visit.css += await fetchRaw(origin + link);
    const css = await decoded(origin + link);
    const fonts = unique(css.matchAll(/url\(([^)]+\.woff2)\)/g), (_whole, name) =>
      name?.replaceAll(/["']/g, ''),
    );
    for (const font of fonts)
      visit.fonts += await fetchRaw(new URL(font, origin + link).toString());
  }
  const scripts = unique(
    html.matchAll(/<script\b[^>]*>|<link\b[^>]*rel="?modulepreload[^>]*>/g),
    (tag) => attribute(tag, tag.startsWith('<script') ? 'src' : 'href'),
  );
  for (const script of scripts) visit.js += await fetchRaw(origin + script);
  const pictures = unique(html.matchAll(EAGER_IMAGE), (tag) => attribute(tag, 'src'));
  for (const picture of pictures) {
    if (picture.startsWith('/')) visit.images += await fetchRaw(origin + smallest(html, picture));
  }
  return visit;
}

/** The narrowest variant a page offers beside a picture, as a phone takes it. */
function smallest(html: string, picture: string): string {
  const folder = picture.slice(0, picture.lastIndexOf('/') + 1);
  const offered = [...html.matchAll(/srcset="([^"]+)"/gi)]
    .flatMap((match) => (match[1] ?? '').split(','))
    .map((part) => part.trim().split(/\s+/))
    .filter(([url]) => url?.startsWith(folder))
    .map(([url = '', width = '0w']) => ({ url, width: Number.parseInt(width, 10) || 0 }))
    .filter(({ width }) => width >= 390)
    .sort((one, other) => one.width - other.width);
  return offered[0]?.url ?? picture;
}

function unique(
  matches: Iterable<RegExpMatchArray>,
  pick: (whole: string, first: string | undefined) => string | undefined,
): string[] {
  return [...new Set([...matches].flatMap((match) => pick(match[0], match[1]) ?? []))];
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="?([^"\\s>]+)`).exec(tag)?.[1]?.replaceAll('&amp;', '&');
}

async function decoded(url: string, cookie?: string): Promise<string> {
  return (await fetch(url, { headers: cookie ? { cookie } : {} })).text();
}

/** Bytes of the body as they come over the wire. */
function fetchRaw(url: string, cookie?: string): Promise<number> {
  const headers = {
    'accept-encoding': 'br, gzip',
    accept: 'text/html,image/avif,image/webp,*/*',
    ...(cookie ? { cookie } : {}),
  };
  return new Promise((done, fail) => {
    const asked = request(url, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (part: Buffer) => (bytes += part.byteLength));
      answer.on('end', () =>
        answer.statusCode === 200 ? done(bytes) : fail(new Error(`${url}: ${answer.statusCode}`)),
      );
    });
    asked.on('error', fail);
  });
}
