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
