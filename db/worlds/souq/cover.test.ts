import { drawSvg } from '#platform/pictures';
import { describe, expect, it } from 'vitest';
import { categoryTree } from '../../../marketplace.categories.ts';
import { services } from './content/index.ts';
import { coverSvg } from './cover.ts';

const sample = { title: 'شعار', subtitle: 'ثلاثة نماذج', hue: 188, seed: 'logo-design-1' };

/** WCAG contrast of white against an `hsl()` ground. */
function contrastWithWhite(hsl: string): number {
  const [hue = 0, saturation = 0, lightness = 0] = (hsl.match(/[\d.]+/g) ?? []).map(Number);
  const channel = (offset: number) => {
    const at = (offset + hue / 30) % 12;
    const reach = (saturation / 100) * Math.min(lightness / 100, 1 - lightness / 100);
    const value = lightness / 100 - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return value <= 0.039_28 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 1.05 / (0.2126 * channel(0) + 0.7152 * channel(8) + 0.0722 * channel(4) + 0.05);
}

describe('a cover', () => {
  it('is the same for the same service and another for every other', () => {
    const covers = services.map(({ key, hue }) => coverSvg({ ...sample, hue, seed: key }));
    expect(new Set(covers).size).toBe(services.length);
    expect(coverSvg(sample)).toBe(coverSvg({ ...sample }));
  });

  it('changes with each picture of the gallery', () => {
    const gallery = [0, 1, 2, 3].map((variant) => coverSvg({ ...sample, variant }));
    expect(new Set(gallery).size).toBe(4);
  });

  it('begins Arabic at the right and English at the left', () => {
    expect(coverSvg(sample)).toContain('x="1472" direction="rtl"');
    expect(coverSvg({ ...sample, title: 'Website', subtitle: 'Two languages' })).toContain(
      'x="128" direction="ltr"',
    );
  });

  it('keeps hostile words as words', () => {
    const svg = coverSvg({ ...sample, title: '<script>&' });
    expect(svg).toContain('&lt;script&gt;&amp;');
    expect(svg).not.toContain('<script');
  });

  it('keeps white words readable on every hue', () => {
    for (const { hue } of categoryTree) {
      for (const variant of [0, 1, 2, 3]) {
        const ground = /stop-color="(hsl[^"]+)"/.exec(coverSvg({ ...sample, hue, variant }))?.[1];
        expect(contrastWithWhite(ground ?? ''), `${hue}/${variant}`).toBeGreaterThan(6);
      }
    }
  });

  it('is drawn by the image pipeline', async () => {
    const png = await drawSvg(coverSvg(sample), 320);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(320);
    expect(png.readUInt32BE(20)).toBe(180);
  });
});
