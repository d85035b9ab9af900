import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { build, type Rolldown } from 'vite';
import { assetsFromManifest } from './assets.ts';

const folder = new URL('./styles/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const all = files.map((file) => file.text).join('\n');

/** The two values of a token made with light-dark(). */
function token(name: string): [light: string, dark: string] {
  const match = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(all);
  if (!match?.[1] || !match[2]) throw new Error(`no token ${name}`);
  return [match[1], match[2]];
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

describe('styles', () => {
  it.each(files)('$name knows no left and right and stays short', ({ text }) => {
    expect(text).not.toMatch(/(?:^|[\s;{-])(?:left|right)(?:-[a-z]+)?\s*:/m);
    expect(text).not.toMatch(/(?:text-align|float|clear)\s*:\s*(?:left|right)/);
    expect(text).not.toMatch(/(?:margin|padding|border)-(?:left|right)/);
    expect(text.split('\n').length).toBeLessThanOrEqual(300);
  });

  it('never letter-spaces, justifies, slants or capitalises', () => {
    expect(all).not.toMatch(/letter-spacing|justify;|text-align: justify|italic|text-transform/);
  });

  it.each([
    ['ink', 'paper', 7],
    ['ink', 'card', 7],
    ['ink', 'tint', 7],
    ['ink', 'sand', 7],
    ['mute', 'paper', 4.5],
    ['mute', 'card', 4.5],
    ['mute', 'sand', 4.5],
    ['mute', 'tint', 4.5],
    ['teal', 'paper', 4.5],
    ['teal', 'card', 4.5],
    ['teal', 'tint', 4.5],
    ['on-teal', 'teal', 4.5],
    ['danger', 'card', 4.5],
    ['danger', 'danger-tint', 4.5],
    ['good', 'card', 4.5],
    ['saffron-ink', 'card', 4.5],
    ['saffron-ink', 'warn-tint', 4.5],
    ['edge', 'card', 3],
    ['teal', 'line', 3],
  ])('%s on %s can be read, light and dark', (front, back, least) => {
    const [lightFront, darkFront] = token(front);
    const [lightBack, darkBack] = token(back);
    expect(contrast(lightFront, lightBack)).toBeGreaterThanOrEqual(least);
    expect(contrast(darkFront, darkBack)).toBeGreaterThanOrEqual(least);
  });
});

describe('what a first visit fetches', async () => {
  const built = (await build({
    logLevel: 'silent',
    build: { write: false, emptyOutDir: false },
  })) as Rolldown.RolldownOutput;
  const parts = built.output.map((part) => ({
    fileName: part.fileName,
    bytes: Buffer.from(part.type === 'chunk' ? part.code : part.source),
  }));
  const packed = (test: RegExp) =>
    parts
      .filter((part) => test.test(part.fileName))
      .reduce((sum, part) => sum + brotliCompressSync(part.bytes).byteLength, 0);

  it('stays inside the budgets: styles 14 kB, scripts 15 kB, fonts 40 kB', () => {
    expect(packed(/\.css$/)).toBeGreaterThan(2_000);
    expect(packed(/\.css$/)).toBeLessThanOrEqual(14_000);
    // What an island loads on the first touch (uploading, cutting) is no part of it.
    expect(packed(/(?:main|\.island)-[^/]+\.js$/)).toBeLessThanOrEqual(15_000);
    expect(packed(/\.js$/)).toBeGreaterThan(packed(/(?:main|\.island)-[^/]+\.js$/));
    const fonts = parts.filter((part) => /readex-pro-(?:arabic|latin)-[^w]/.test(part.fileName));
    expect(fonts).toHaveLength(2);
    expect(fonts.reduce((sum, font) => sum + font.bytes.byteLength, 0)).toBeLessThanOrEqual(40_000);
  });

  it('is found through the manifest', () => {
    const manifest = parts.find((part) => part.fileName.endsWith('manifest.json'));
    const assets = assetsFromManifest(JSON.parse(manifest?.bytes.toString() ?? '{}'), '/static/');
    expect(assets.css).toHaveLength(1);
    expect(assets.css[0]).toMatch(/^\/static\/assets\/styles-.+\.css$/);
    expect(assets.fonts[0]).toMatch(/arabic-.+\.woff2$/);
    expect(assets.js('main')).toMatch(/main-.+\.js$/);
    expect(assets.js('absent')).toBeUndefined();
  });
});
