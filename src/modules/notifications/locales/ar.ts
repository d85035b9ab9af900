import { arPlural } from '#platform/i18n';

export const ar = {
  title: 'الإشعارات',
  unread: (n: number) =>
    arPlural(n, {
      zero: 'قرأت كل شيء.',
      one: 'إشعار واحد لم تقرأه.',
      two: 'إشعاران لم تقرأهما.',
      few: '# إشعارات لم تقرأها.',
      many: '# إشعارًا لم تقرأه.',
      other: '# إشعار لم تقرأه.',
    }),
  readAll: 'علّم الكل مقروءًا',
  newMark: 'جديد',
  open: (title: string) => `افتح: ${title}`,
  empty: 'لا إشعارات بعد',
  emptyText: 'حين يحدث في طلباتك أو حسابك ما يهمك تجده هنا، ويصلك المهم منه بالبريد.',
  browse: 'تصفّح الخدمات',
  refusals: {
    'notices-all-read': 'عُلّمت إشعاراتك كلها مقروءة.',
  },
};
