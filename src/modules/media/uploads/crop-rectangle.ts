/** A part of an upright picture, in shares of its width and height (0 to 1). */
export interface CropRectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const STEP = 10_000;

/** Reads `0.1,0,0.8,0.45`; undefined unless it is a part of the picture with an area to see. */
export function parseCrop(text: string): CropRectangle | undefined {
  if (!/^(?:[01](?:\.\d{1,6})?,){3}[01](?:\.\d{1,6})?$/.test(text)) return undefined;
  const [x = 0, y = 0, width = 0, height = 0] = text.split(',').map(Number);
  const inside = x + width <= 1 + 2 / STEP && y + height <= 1 + 2 / STEP;
  if (!inside || width < 0.02 || height < 0.02) return undefined;
  return { x, y, width, height };
}

/** The rectangle as a text that is the same for the same cut. */
export function cropText({ x, y, width, height }: CropRectangle): string {
  return [x, y, width, height].map((share) => Math.round(share * STEP)).join(',');
}

/** The rectangle in whole pixels of a picture of that size, at least one each way, never outside. */
export function cropPixels(
  crop: CropRectangle,
  size: { width: number; height: number },
): { left: number; top: number; width: number; height: number } {
  const left = Math.min(size.width - 1, Math.round(crop.x * size.width));
  const top = Math.min(size.height - 1, Math.round(crop.y * size.height));
  return {
    left,
    top,
    width: Math.max(1, Math.min(size.width - left, Math.round(crop.width * size.width))),
    height: Math.max(1, Math.min(size.height - top, Math.round(crop.height * size.height))),
  };
}
