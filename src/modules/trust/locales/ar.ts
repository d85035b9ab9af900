export const ar = {
  levels: {
    new: 'بائع جديد',
    active: 'بائع نشيط',
    distinguished: 'بائع مميز',
    trusted: 'بائع موثوق',
  },
  levelTitle: 'المستوى',
  changeLevel: 'غيّر المستوى',
  newLevel: 'المستوى الجديد',
  reason: 'السبب',
  reasonHint: 'يُحفظ في السجل مع اسمك، ولا يُمحى.',
  history: 'تغييرات المستوى',
  noHistory: 'لم يتغير المستوى بعد.',
  change: (from: string, to: string) => `من «${from}» إلى «${to}»`,
  bySystem: 'النظام',
  errors: {
    required: 'اكتب السبب.',
    'too-short': 'اكتب سببًا يفهمه غيرك: 5 أحرف على الأقل.',
    'too-long': 'السبب أطول من 500 حرف.',
    invalid: 'اختر مستوى من القائمة.',
  },
  refusals: {
    'trust-same-standing': 'هذا مستوى العضو الآن. لم يتغير شيء.',
    'trust-standing-set': 'غُيّر المستوى، وأُشعر العضو.',
  },
  notice: {
    title: (level: string) => `مستواك الآن: ${level}`,
    body: 'يحدد المستوى عمولة الموقع من طلباتك القادمة، ومدة تعليق أرباحها، وعدد الخدمات التي يمكنك عرضها. طلباتك الجارية تبقى على ما كانت عليه.',
  },
};
