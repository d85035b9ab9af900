/** A seller's level (SPEC 7.1): it sets commission, clearing and how many services they may have. */
export type Level = 'new' | 'active' | 'distinguished' | 'trusted';

/** From the first to the highest. */
export const levels: readonly Level[] = ['new', 'active', 'distinguished', 'trusted'];

/** Whether the text names a level. */
export function isLevel(text: string): text is Level {
  return (levels as readonly string[]).includes(text);
}
