export const en = {
  strip: {
    text: 'A demonstration: no real money here.',
    demo: 'Ready-made accounts',
    outbox: 'Outbox',
    clock: 'Site clock',
  },
  refusals: {},
};
