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
    for (const font of fontsFor(css, html)) {
      visit.fonts += await fetchRaw(new URL(font, origin + link).toString());
    }
  }
  const scripts = unique(
    html.matchAll(/<script\b[^>]*>|<link\b[^>]*rel="?modulepreload[^>]*>/g),
    (tag) => attribute(tag, tag.startsWith('<script') ? 'src' : 'href'),
  );
  for (const script of scripts) {
    visit.js += await fetchRaw(origin + script);
    for (const island of islandsFor(await decoded(origin + script), html)) {
      visit.js += await fetchRaw(new URL(island, origin + script).toString());
    }
  }
  const pictures = unique(html.matchAll(EAGER_IMAGE), (tag) => attribute(tag, 'src'));
  for (const picture of pictures) {
    if (picture.startsWith('/')) visit.images += await fetchRaw(origin + smallest(html, picture));
  }
  return visit;
}

/** The font files whose characters stand on the page, as a browser picks them by unicode-range. */
function fontsFor(css: string, html: string): string[] {
  const text = [
    ...new Set(html.replace(/<(?:script|style)\b[\s\S]*?<\/(?:script|style)>|<[^>]+>/g, '')),
  ];
  const codes = text.map((character) => character.codePointAt(0) ?? 0);
  const faces = css.match(/@font-face\s*\{[^}]*\}/g) ?? [];
  const needed = faces.filter((face) => {
    const ranges = /unicode-range:([^;}]+)/i.exec(face)?.[1]?.split(',').map(rangeOf);
    return !ranges || codes.some((code) => ranges.some(([from, to]) => code >= from && code <= to));
  });
  return unique(needed.join('').matchAll(/url\(([^)]+\.woff2)\)/g), (_whole, name) =>
    name?.replaceAll(/["']/g, ''),
  );
}

/** `U+600-6FF`, `U+20` or `U+4??` as its first and last character. */
function rangeOf(text: string): [from: number, to: number] {
  const [first = '', last = first] = text.trim().replace(/^U\+/i, '').split('-');
  return [
    Number.parseInt(first.replaceAll('?', '0'), 16),
    Number.parseInt(last.replaceAll('?', 'F'), 16),
  ];
}

/** The islands a page wakes, as its one script fetches them. */
function islandsFor(script: string, html: string): string[] {
  const names = unique(html.matchAll(/data-island="([^"]+)"/g), (_whole, name) => name).flatMap(
    (name) => name.split(' '),
  );
  return unique(script.matchAll(/["'`]\.\/([\w-]+)\.island-[\w-]+\.js["'`]/g), (whole, name) =>
    name && names.includes(name) ? whole.slice(1, -1) : undefined,
  );
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
