import { arPlural } from '#platform/i18n';

/** «3 خدمات», «5 أيام»: counts that several parts say. */
export const services = (n: number) =>
  arPlural(n, {
    zero: 'لا خدمات',
    one: 'خدمة واحدة',
    two: 'خدمتان',
    few: '# خدمات',
    many: '# خدمة',
    other: '# خدمة',
  });

export const days = (n: number) =>
  arPlural(n, {
    zero: 'أقل من يوم',
    one: 'يوم واحد',
    two: 'يومين',
    few: '# أيام',
    many: '# يومًا',
    other: '# يوم',
  });
