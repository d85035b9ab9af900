export const ar = {
  levels: {
    new: 'بائع جديد',
    active: 'بائع نشيط',
    distinguished: 'بائع مميز',
    trusted: 'بائع موثوق',
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
