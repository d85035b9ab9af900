import type { ServiceCardProps } from '../market/service-card.tsx';

/** Services that stand in for real ones on the components page. */
export const sampleServices: readonly ServiceCardProps[] = [
  card(
    'تصميم شعار احترافي بثلاثة نماذج وملف مصدر مفتوح',
    ['شعار', 'ثلاثة نماذج', 195],
    'رنا الحسن',
  ),
  card(
    'ترجمة 500 كلمة من الإنجليزية إلى العربية ترجمة بشرية',
    ['ترجمة', 'إنجليزي ← عربي', 35],
    'يوسف العمري',
  ),
  card(
    'مونتاج فيديو يوتيوب حتى 10 دقائق مع مؤثرات وترجمة',
    ['مونتاج', 'فيديو يوتيوب', 265],
    'سارة بن علي',
  ),
  card(
    'كتابة سيرة ذاتية متوافقة مع أنظمة ATS بالعربية والإنجليزية',
    ['سيرة ذاتية', 'عربي وإنجليزي', 150],
    'محمد خليل',
  ),
];

function card(
  title: string,
  [word, subtitle, hue]: [string, string, number],
  seller: string,
): ServiceCardProps {
  return {
    href: `/services/sample-${hue}`,
    title,
    cover: { title: word, subtitle, hue },
    seller: { name: seller, level: { label: 'بائع موثوق' } },
    rating: hue === 35 ? undefined : { average: 4.9, count: hue },
    priceMinor: BigInt(500 + (hue % 5) * 500),
  };
}

export const sampleHues = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270, 300, 330] as const;
