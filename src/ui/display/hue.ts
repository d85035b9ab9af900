const BUCKETS = 24;

/** The class of a hue of 0-359 degrees, in one of 24 steps (inline styles are forbidden). */
export function hueClass(degrees: number): string {
  const turn = ((degrees % 360) + 360) % 360;
  return `hue-${Math.round(turn / (360 / BUCKETS)) % BUCKETS}`;
}

/** A hue that stays the same for the same text (a member's id). */
export function hueOf(text: string): number {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) % 360_007;
  return hash % 360;
}
