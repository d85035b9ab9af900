import { loadSharp } from './load-sharp.ts';

export { answerSharePicture, shareAddress, shareRoute } from './answer-share-picture.ts';
export { loadSharp } from './load-sharp.ts';
export type { ShareCard } from './draw-share-card.ts';

/** Draws our own SVG (never a person's) as PNG; Arabic text is shaped with Readex Pro. */
export async function drawSvg(svg: string, widthPx?: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const picture = sharp(Buffer.from(svg), { density: 96 });
  const sized = widthPx === undefined ? picture : picture.resize({ width: widthPx });
  return sized.png({ compressionLevel: 1 }).toBuffer();
}
