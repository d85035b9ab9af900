import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '#platform/context';
import { afterAll, describe, expect, it } from 'vitest';
import type { ShareCard } from './draw-share-card.ts';
import { drawText, fitText } from './draw-text.ts';
import { findSharePicture, shareKey } from './share-picture.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'hirfa-share-'));
afterAll(() => rm(dataDir, { recursive: true, force: true }));
const ctx = { site: { dataDir }, log: { warn: () => undefined } } as unknown as Ctx;
const card: ShareCard = { side: 'right', brand: 'حِرفة', title: 'تصميم شعار', hue: 190 };
const look = { weight: 'Bold', color: '#ffffff', widthPx: 900, side: 'right' } as const;

describe('letters in a picture', () => {
  it('are joined: the same letters held apart take more room', async () => {
    const joined = await drawText('بيبيب', { ...look, sizePx: 60 });
    const apart = await drawText('ب\u200cي\u200cب\u200cي\u200cب', { ...look, sizePx: 60 });
    expect(joined.width).toBeLessThan(apart.width * 0.8);
  });

  it.each(['<b>&</b>', '</span>', '😀', '', '\ud800', '&#x0;', 'م'.repeat(300)])(
    '%j is drawn and breaks nothing',
    async (text) => {
      const drawn = await fitText(text, look, { sizesPx: [60, 40], heightPx: 200 });
      expect(drawn.height).toBeLessThanOrEqual(200);
      expect(drawn.width).toBeLessThanOrEqual(900);
    },
  );
});

describe('the picture of a shared link', () => {
  it('is drawn once for all who ask at once, and kept', async () => {
    let drawings = 0;
    const ask = () =>
      findSharePicture(ctx, {
        name: 'services-1-ar',
        card,
        loadPicture: async () => {
          drawings += 1;
          return undefined;
        },
      });
    const [first, ...others] = await Promise.all([ask(), ask(), ask()]);
    expect(drawings).toBe(1);
    expect(first?.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(others.every((one) => one?.equals(first ?? Buffer.of()))).toBe(true);
    expect(await ask()).toEqual(first);
    expect(drawings).toBe(1);
  });

  it('has another key and is drawn anew when its content changes', async () => {
    const changed = { ...card, title: 'تصميم هوية' };
    expect(shareKey(changed)).not.toBe(shareKey(card));
    const before = await findSharePicture(ctx, { name: 'services-2-ar', card });
    const after = await findSharePicture(ctx, { name: 'services-2-ar', card: changed });
    expect(after?.equals(before ?? Buffer.of())).toBe(false);
  });

  it('is not drawn for who had enough', async () => {
    const admit = () => Promise.reject(new Error('enough'));
    await expect(findSharePicture(ctx, { name: 'services-3-ar', card, admit })).rejects.toThrow(
      'enough',
    );
    expect(await findSharePicture(ctx, { name: 'services-1-ar', card, admit })).toBeDefined();
  });
});
