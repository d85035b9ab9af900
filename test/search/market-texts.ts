import { readLexiconFiles } from '#search';

/** The texts of one generated service. */
export interface MarketText {
  trade: number;
  title: string;
  description: string;
  tags: string[];
}

interface Trade {
  leafKey: string;
  acts: string[];
  things: string[];
}

/** What is sold, with how much of the market it is; the first ones are most of it, as in real ones. */
const TRADES: readonly Trade[] = [
  trade('logo-design', 'تصميم رسم ابتكار', 'شعار لوجو هوية علامة أيقونة ختم'),
  trade('social-media-design', 'تصميم تجهيز', 'منشورات بنر غلاف قوالب بوستات إعلان'),
  trade('article-writing', 'كتابة صياغة تحرير', 'مقال مقالات تدوينة محتوى تقرير بيان'),
  trade('english-translation', 'ترجمة تعريب', 'وثيقة مقال كتاب عقد فيديو موقع شهادة'),
  trade('wordpress', 'برمجة تركيب إصلاح تسريع', 'موقع متجر قالب إضافة مدونة صفحة ووردبريس'),
  trade('android-apps', 'برمجة تطوير نشر', 'تطبيق لعبة واجهة أندرويد آيفون'),
  trade('video-editing', 'مونتاج تحرير إخراج', 'فيديو مقطع ريلز إعلان فيلم يوتيوب'),
  trade('voice-over', 'تعليق تسجيل دبلجة', 'صوتي إعلان وثائقي كتاب رد بودكاست'),
  trade('on-page-seo', 'تحسين تحليل فحص', 'سيو محركات كلمات روابط متجر موقع'),
  trade('social-media-management', 'إدارة تسويق إطلاق', 'حملة حساب صفحة إعلانات انستقرام تيك توك'),
  trade('data-entry', 'إدخال تفريغ تنسيق جمع', 'بيانات ملفات جداول إكسل منتجات أرقام'),
  trade('presentations', 'تصميم إعداد تنسيق', 'عرض بوربوينت ملف شرائح خطة تقرير'),
  trade('arabic-cv', 'كتابة تنسيق ترجمة', 'سيرة ذاتية خطاب لينكد ملف رسالة'),
  trade('feasibility-studies', 'إعداد دراسة تحليل', 'جدوى خطة ميزانية مشروع منافسين سوق'),
  trade('website-development', 'برمجة تطوير ربط', 'موقع نظام لوحة واجهة بوابة خادم قاعدة'),
  trade('illustration', 'رسم تلوين تصميم', 'شخصية كرتون بورتريه قصة غلاف خلفية'),
];

const QUALITIES =
  'احترافي مميز كامل سريع عصري بسيط فاخر أنيق واضح دقيق جديد متكامل حديث مبتكر رسمي جذاب متقن فريد'.split(
    ' ',
  );
const BUYERS =
  'شركات مطاعم متاجر عيادات مدارس مقاهي عقارات صالونات جمعيات مكاتب مصانع فنادق قنوات مؤتمرات أفراد ناشئة'.split(
    ' ',
  );
const ENDINGS = [
  'خلال يوم',
  'مع تعديلات',
  'بثلاثة نماذج',
  'بملفات مفتوحة',
  'باللغتين',
  'مع ضمان',
  'بجودة عالية',
  'حسب طلبك',
  '',
  '',
];

/** Random numbers from a seed: the same market at every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Writes services one after the other; words are taken by Zipf's law from those of the lexicon. */
export function marketWriter(seed: number): () => MarketText {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  /** The first of a list far more often than the last. */
  const lean = <T>(list: readonly T[]): T => list[Math.floor(list.length ** random()) - 1] as T;
  const words = shuffled(lexiconWords(), seeded(7));
  return () => {
    const number = Math.floor(random() ** 2 * TRADES.length);
    const { acts, things } = TRADES[number] as Trade;
    const act = lean(acts);
    const thing = lean(things);
    const title = [
      act,
      thing,
      pick(QUALITIES),
      random() < 0.5 ? `لل${pick(BUYERS)}` : lean(words),
      pick(ENDINGS),
    ];
    const said = Array.from({ length: 60 + Math.floor(random() * 50) }, () => {
      const chance = random();
      if (chance < 0.06) return pick(acts);
      if (chance < 0.14) return pick(things);
      return `${chance < 0.3 ? 'ال' : chance < 0.36 ? 'و' : ''}${lean(words)}`;
    });
    return {
      trade: number,
      title: title
        .filter((part) => part !== '')
        .join(' ')
        .slice(0, 60)
        .trim(),
      description: said.join(' ').slice(0, 1_900),
      tags: [act, thing, lean(words)],
    };
  };
}

/** The subcategory of a trade: one of those given, always the same. */
export function leafOfTrade(number: number, leafKeys: readonly string[]): string {
  const wished = TRADES[number]?.leafKey ?? '';
  return leafKeys.includes(wished) ? wished : (leafKeys[(number * 7) % leafKeys.length] ?? wished);
}

function trade(leafKey: string, acts: string, things: string): Trade {
  return { leafKey, acts: acts.split(' '), things: things.split(' ') };
}

function lexiconWords(): string[] {
  return readLexiconFiles()
    .filter(({ kind }) => kind === 'nouns' || kind === 'adjectives' || kind === 'loans')
    .flatMap(({ line }) => /^[\p{L}\p{N}]+/u.exec(line)?.[0] ?? []);
}

function shuffled(words: string[], random: () => number): string[] {
  return words
    .map((word) => ({ word, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ word }) => word);
}
