export const ar = {
  refusals: {
    'message-is-empty': 'اكتب رسالة أو أرفق ملفًا قبل الإرسال.',
    'message-is-too-long': 'الرسالة أطول من 5,000 حرف. قسّمها إلى رسالتين.',
  },
  messages: 'الرسائل',
  none: 'لا رسائل بعد. اكتب أول رسالة.',
  team: 'حِرفة',
  write: 'اكتب رسالة…',
  yourMessage: 'رسالتك',
  attachHint: 'حتى 5 ملفات، كل ملف حتى 50 ميغابايت.',
  older: 'الرسائل الأقدم',
  newer: 'الرسائل الأحدث',
  automatic: 'رد تلقائي',
};
