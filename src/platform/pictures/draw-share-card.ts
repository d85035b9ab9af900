import type { OverlayOptions } from 'sharp';
import { type DrawnText, drawText, fitText } from './draw-text.ts';
import { loadSharp } from './load-sharp.ts';

/** What stands on the picture of a shared link. */
export interface ShareCard {
  /** The side that reading begins at. */
  side: 'left' | 'right';
  brand: string;
  title: string;
  /** One line above the title. */
  lead?: string;
  /** One line below it. */
  facts?: string;
  /** 0-359: colours the ground. */
  hue: number;
  /** Names the picture beside the words, for a card that has one. */
  pictureId?: string | undefined;
}

const WIDTH = 1_200;
const HEIGHT = 630;
const MARGIN = 72;
/** The cover whole, as sellers made it: 16:9. */
const PICTURE = { width: 528, height: 297, corner: 20 };
const BETWEEN = 40;
const AMBER = '#f2c14e';

const STAR =
  'M12 1l3.22 3.22h4.56v4.56L23 12l-3.22 3.22v4.56h-4.56L12 23l-3.22-3.22H4.22v-4.56L1 12l3.22-3.22V4.22h4.56z';

/** Draws a card as JPEG, 1200 × 630; the picture, when there is one, stands where reading ends. */
export async function drawShareCard(card: ShareCard, picture?: Buffer): Promise<Buffer> {
  const sharp = await loadSharp();
  const layers: OverlayOptions[] = await wordsOf(card, picture !== undefined);
  if (picture) {
    const { width, height } = PICTURE;
    const rounded = await sharp(picture)
      .resize(width, height, { fit: 'cover' })
      .composite([{ input: Buffer.from(cornersSvg()), blend: 'dest-in' }])
      .png({ compressionLevel: 1 })
      .toBuffer();
    layers.push({
      input: rounded,
      top: Math.round((HEIGHT - height) / 2),
      left: card.side === 'right' ? MARGIN : WIDTH - MARGIN - width,
    });
  }
  return sharp(Buffer.from(ground(card.hue)))
    .composite(layers)
    .flatten()
    .jpeg({ quality: 84, chromaSubsampling: '4:4:4' })
    .toBuffer();
}

async function wordsOf(card: ShareCard, beside: boolean): Promise<OverlayOptions[]> {
  const { side } = card;
  const widthPx = WIDTH - 2 * MARGIN - (beside ? PICTURE.width + BETWEEN : 0);
  const line = (text: string, color: string) =>
    fitText(
      text,
      { weight: 'SemiBold', color, widthPx, side },
      { sizesPx: [32, 28, 25], heightPx: 48 },
    );
  const place = ({ bytes, width }: DrawnText, top: number, inset = 0): OverlayOptions => ({
    input: bytes,
    top: Math.round(top),
    left: side === 'right' ? WIDTH - MARGIN - width - inset : MARGIN + inset,
  });
  const brand = await drawText(card.brand, {
    weight: 'Bold',
    color: '#ffffff',
    sizePx: 40,
    widthPx: 500,
    side,
  });
  const title = await fitText(
    card.title,
    { weight: 'Bold', color: '#ffffff', widthPx, side },
    { sizesPx: beside ? [56, 50, 45, 40] : [76, 66, 58, 50], heightPx: 256 },
  );
  const lead = card.lead ? await line(card.lead, AMBER) : undefined;
  const facts = card.facts ? await line(card.facts, '#f4efe6') : undefined;
  const words = [lead, title, facts].filter((one) => one !== undefined);
  const gap = 40;
  const tall = words.reduce((sum, { height }) => sum + height, gap * (words.length - 1));
  const brandMiddle = HEIGHT - MARGIN - 22;
  let top = Math.max(56, (brandMiddle - 40 - tall) / 2 + 14);
  const placed = words.map((word) => {
    const layer = place(word, top);
    top += word.height + gap;
    return layer;
  });
  const star = { bytes: Buffer.from(starSvg()), width: 56, height: 56 };
  return [
    ...placed,
    place(star, brandMiddle - 28),
    place(brand, brandMiddle - brand.height / 2, 74),
  ];
}

function cornersSvg(): string {
  const { width, height, corner } = PICTURE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" rx="${corner}"/></svg>`;
}

function starSvg(): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="56" height="56" viewBox="0 0 24 24"><path fill="#ffffff" d="${STAR}"/><path fill="${AMBER}" transform="translate(5.88 5.88) scale(.51)" d="${STAR}"/></svg>`;
}

/** The ground: a deep colour of the hue with a lattice of stars. Yellow and green are kept deeper. */
function ground(hue: number): string {
  const deeper = hue > 40 && hue < 175 ? 5 : 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="ground" x1="0" y1="0" x2="1" y2="1">
<stop offset="0" stop-color="hsl(${hue}, 52%, ${26 - deeper}%)"/><stop offset="1" stop-color="hsl(${(hue + 24) % 360}, 56%, ${15 - deeper / 2}%)"/></linearGradient>
<pattern id="lattice" width="150" height="150" patternUnits="userSpaceOnUse"><path transform="scale(6.25)" fill="none" stroke="#ffffff" stroke-opacity="0.07" stroke-width="0.32" d="${STAR}"/></pattern></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#ground)"/><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#lattice)"/></svg>`;
}
