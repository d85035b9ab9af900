import type Sharp from 'sharp';
import { describeFonts } from './fonts.ts';

type SharpModule = typeof Sharp;

let loading: Promise<SharpModule> | undefined;

/**
 * The image library, loaded on first use with our fonts known to it: Arabic in an SVG is shaped
 * with Readex Pro whatever the machine has installed. One thread a picture, no cache of pictures.
 */
export function loadSharp(): Promise<SharpModule> {
  loading ??= load();
  return loading;
}

async function load(): Promise<SharpModule> {
  process.env.FONTCONFIG_FILE ??= await describeFonts();
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}

/** Draws our own SVG (never a person's) as PNG; Arabic text is shaped with Readex Pro. */
export async function drawSvg(svg: string, widthPx?: number): Promise<Buffer> {
  const sharp = await loadSharp();
  const picture = sharp(Buffer.from(svg), { density: 96 });
  const sized = widthPx === undefined ? picture : picture.resize({ width: widthPx });
  return sized.png({ compressionLevel: 1 }).toBuffer();
}
