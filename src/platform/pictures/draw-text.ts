import { loadSharp } from './load-sharp.ts';

export interface TextLook {
  sizePx: number;
  weight: 'Regular' | 'SemiBold' | 'Bold';
  color: string;
  widthPx: number;
  /** The side that lines stand against. */
  side: 'left' | 'right';
}

export interface DrawnText {
  bytes: Buffer;
  width: number;
  height: number;
}

const RIGHT_TO_LEFT = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u;
/** No font of ours has these: a box would stand in their place. */
const WITHOUT_A_SHAPE =
  /\p{Extended_Pictographic}|[\u{fe00}-\u{fe0f}\u{200d}\u{1f1e6}-\u{1f1ff}\u{e0000}-\u{e007f}]/gu;

/** Ligatures and positions that old texts write as signs of their own (ﷺ): the font has their letters. */
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefc]/g;

/** Letters as pixels on nothing, wrapped to a width: Arabic is joined and ordered by Pango. */
export async function drawText(text: string, look: TextLook): Promise<DrawnText> {
  const sharp = await loadSharp();
  const plain = text
    .replace(PRESENTATION_FORMS, (sign) => sign.normalize('NFKC'))
    .replace(WITHOUT_A_SHAPE, '')
    .replace(/\s+/g, ' ')
    .trim();
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${look.color}">${escapeMarkup(plain || '…')}</span>`,
      font: `Readex Pro ${look.weight} ${look.sizePx}`,
      dpi: 72,
      width: look.widthPx,
      wrap: 'word-char',
      rgba: true,
      spacing: Math.round(look.sizePx * 0.16),
      align: alignOf(plain, look.side),
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** The largest of the sizes in which the text stands within the height; in the last one it is cut at a word. */
export async function fitText(
  text: string,
  look: Omit<TextLook, 'sizePx'>,
  fit: { sizesPx: readonly number[]; heightPx: number },
): Promise<DrawnText> {
  let smallest = 0;
  for (const sizePx of fit.sizesPx) {
    smallest = sizePx;
    const drawn = await drawText(text, { ...look, sizePx });
    if (drawn.height <= fit.heightPx) return drawn;
  }
  let letters = [...text].slice(0, 200);
  for (;;) {
    const cut = `${letters.join('').replace(/\s+\S*$/, '')}…`;
    const drawn = await drawText(cut, { ...look, sizePx: smallest });
    if (drawn.height <= fit.heightPx || letters.length < 8) return drawn;
    letters = letters.slice(0, Math.floor(letters.length * 0.9));
  }
}

/** Pango turns the sides around in text that runs from right to left. */
function alignOf(text: string, side: 'left' | 'right'): 'left' | 'right' {
  if (!RIGHT_TO_LEFT.test(text)) return side;
  return side === 'left' ? 'right' : 'left';
}

function escapeMarkup(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
