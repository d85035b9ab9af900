import type { Limit } from '#platform/limits';

/** What one member may say before orders (SPEC 7.5): nobody writes to the whole market. */
export const NEW_TALKS: Limit = { act: 'conversation', points: 20, windowSeconds: 3_600 };
export const MESSAGES: Limit = { act: 'conversation-message', points: 120, windowSeconds: 600 };
export const TYPING: Limit = { act: 'conversation-typing', points: 60, windowSeconds: 60 };
