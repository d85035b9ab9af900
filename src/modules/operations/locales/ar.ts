export const ar = {
  strip: {
    text: 'موقع تجريبي: المال فيه غير حقيقي.',
    demo: 'جرّب بحسابات جاهزة',
    outbox: 'صندوق الرسائل',
    clock: 'ساعة الموقع',
  },
  refusals: {},
};
