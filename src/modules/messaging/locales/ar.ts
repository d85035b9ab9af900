export const ar = {
  refusals: {
    'message-is-empty': 'اكتب رسالة أو أرفق ملفًا قبل الإرسال.',
    'message-is-too-long': 'الرسالة أطول من 5,000 حرف. قسّمها إلى رسالتين.',
  },
  messages: 'الرسائل',
  none: 'لا رسائل بعد. اكتب أول رسالة.',
  you: 'أنت',
  team: 'حِرفة',
  read: 'قُرئت',
  sent: 'أُرسلت',
  write: 'اكتب رسالة…',
  yourMessage: 'رسالتك',
  attach: 'أرفق ملفات',
  attachHint: 'حتى 5 ملفات، كل ملف حتى 50 ميغابايت.',
  send: 'إرسال',
  older: 'الرسائل الأقدم',
};
