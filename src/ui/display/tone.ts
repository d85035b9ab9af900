/** How much something matters, as colour: never the only sign of it. */
export type Tone = 'neutral' | 'info' | 'good' | 'warn' | 'danger';
