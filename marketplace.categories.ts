/** A category in which services are sold (SPEC 2.1). Slugs are for addresses, keys for code. */
export interface CategoryLeaf {
  readonly key: string;
  readonly ar: string;
  readonly en: string;
  readonly slugAr: string;
}

/** A first-level category. `hue` (0-359) colours its covers; `icon` is a Lucide name. */
export interface CategoryGroup extends CategoryLeaf {
  readonly hue: number;
  readonly icon: string;
  readonly leaves: readonly CategoryLeaf[];
}

const leaf = (key: string, ar: string, en: string): CategoryLeaf => ({
  key,
  ar,
  en,
  slugAr: ar.replaceAll(' ', '-'),
});

const group = (
  look: { hue: number; icon: string },
  name: CategoryLeaf,
  leaves: CategoryLeaf[],
): CategoryGroup => ({ ...name, ...look, leaves });

/** The default tree an operator starts from; the order is the order on the home page (SPEC 2.1). */
export const categoryTree: readonly CategoryGroup[] = [
  group({ hue: 38, icon: 'pen-line' }, leaf('writing', 'كتابة وترجمة', 'Writing & translation'), [
    leaf('article-writing', 'كتابة مقالات', 'Article writing'),
    leaf('web-content', 'محتوى مواقع', 'Website content'),
    leaf('english-translation', 'ترجمة إنجليزية', 'English translation'),
    leaf('french-translation', 'ترجمة فرنسية', 'French translation'),
    leaf('other-translation', 'ترجمة لغات أخرى', 'Other languages'),
    leaf('proofreading', 'تدقيق وتحرير', 'Proofreading & editing'),
    leaf('copywriting', 'كتابة إعلانية', 'Copywriting'),
    leaf('creative-writing', 'كتابة إبداعية', 'Creative writing'),
    leaf('product-descriptions', 'وصف منتجات', 'Product descriptions'),
    leaf('transcription', 'تفريغ صوتي ونصي', 'Transcription & typing'),
    leaf('research-summaries', 'بحث وتلخيص', 'Research & summaries'),
  ]),
  group({ hue: 188, icon: 'palette' }, leaf('design', 'تصميم', 'Graphic design'), [
    leaf('logo-design', 'تصميم شعارات', 'Logo design'),
    leaf('brand-identity', 'هوية بصرية', 'Brand identity'),
    leaf('social-media-design', 'تصميم سوشيال ميديا', 'Social media design'),
    leaf('business-cards', 'بطاقات أعمال', 'Business cards'),
    leaf('flyers-brochures', 'مطويات وملصقات', 'Flyers & brochures'),
    leaf('packaging-design', 'تصميم تغليف', 'Packaging design'),
    leaf('illustration', 'رسم رقمي', 'Digital illustration'),
    leaf('infographics', 'إنفوجرافيك', 'Infographics'),
    leaf('photo-editing', 'تعديل صور', 'Photo editing'),
    leaf('ui-design', 'تصميم واجهات', 'UI design'),
    leaf('arabic-calligraphy', 'خط عربي', 'Arabic calligraphy'),
    leaf('book-covers', 'أغلفة وتنسيق كتب', 'Book covers & layout'),
  ]),
  group({ hue: 266, icon: 'clapperboard' }, leaf('video-audio', 'فيديو وصوتيات', 'Video & audio'), [
    leaf('video-editing', 'مونتاج فيديو', 'Video editing'),
    leaf('short-videos', 'مقاطع قصيرة', 'Reels & shorts'),
    leaf('motion-graphics', 'موشن جرافيك', 'Motion graphics'),
    leaf('explainer-videos', 'فيديو توضيحي', 'Explainer videos'),
    leaf('video-intros', 'مقدمات فيديو', 'Intros & outros'),
    leaf('subtitles', 'ترجمة مرئية', 'Subtitles'),
    leaf('voice-over', 'تعليق صوتي', 'Voice over'),
    leaf('podcast-editing', 'إنتاج بودكاست', 'Podcast production'),
    leaf('audio-engineering', 'هندسة صوتية', 'Audio engineering'),
  ]),
  group({ hue: 145, icon: 'file-user' }, leaf('careers', 'سيرة ذاتية', 'CVs & careers'), [
    leaf('arabic-cv', 'سيرة ذاتية عربية', 'Arabic CV'),
    leaf('english-cv', 'سيرة ذاتية إنجليزية', 'English CV'),
    leaf('cv-design', 'تصميم سيرة ذاتية', 'CV design'),
    leaf('linkedin-profile', 'ملف لينكدإن', 'LinkedIn profile'),
    leaf('cover-letters', 'خطابات تقديم', 'Cover letters'),
    leaf('interview-preparation', 'تحضير مقابلات العمل', 'Interview preparation'),
  ]),
  group({ hue: 212, icon: 'messages-square' }, leaf('consulting', 'استشارات', 'Consulting'), [
    leaf('business-consulting', 'استشارات أعمال', 'Business consulting'),
    leaf('legal-consulting', 'استشارات قانونية', 'Legal consulting'),
    leaf('financial-consulting', 'استشارات مالية', 'Financial consulting'),
    leaf('ecommerce-consulting', 'استشارات تجارة إلكترونية', 'E-commerce consulting'),
    leaf('marketing-consulting', 'استشارات تسويقية', 'Marketing consulting'),
    leaf('technical-consulting', 'استشارات تقنية', 'Technical consulting'),
    leaf('engineering-consulting', 'استشارات هندسية', 'Engineering consulting'),
    leaf('study-consulting', 'استشارات دراسية', 'Study consulting'),
    leaf('nutrition-fitness', 'تغذية ولياقة', 'Nutrition & fitness'),
    leaf('family-consulting', 'استشارات أسرية وتربوية', 'Family & parenting'),
  ]),
  group(
    { hue: 14, icon: 'code-xml' },
    leaf('programming', 'برمجة ومواقع', 'Programming & websites'),
    [
      leaf('website-development', 'تطوير مواقع', 'Website development'),
      leaf('wordpress', 'ووردبريس', 'WordPress'),
      leaf('online-stores', 'متاجر إلكترونية', 'Online stores'),
      leaf('landing-pages', 'صفحات هبوط', 'Landing pages'),
      leaf('forums', 'منتديات', 'Forums'),
      leaf('blogs', 'مدونات', 'Blogs'),
      leaf('frontend', 'برمجة واجهات', 'Front-end coding'),
      leaf('bug-fixing', 'إصلاح أخطاء برمجية', 'Bug fixing'),
      leaf('website-speed', 'تسريع وحماية مواقع', 'Speed & security'),
      leaf('servers-hosting', 'خوادم واستضافة', 'Servers & hosting'),
      leaf('bots-automation', 'بوتات وأتمتة', 'Bots & automation'),
    ],
  ),
  group({ hue: 342, icon: 'search-check' }, leaf('seo', 'محركات البحث', 'SEO'), [
    leaf('keyword-research', 'بحث كلمات مفتاحية', 'Keyword research'),
    leaf('on-page-seo', 'سيو داخلي', 'On-page SEO'),
    leaf('technical-seo', 'سيو تقني', 'Technical SEO'),
    leaf('link-building', 'بناء روابط', 'Link building'),
    leaf('local-seo', 'سيو محلي وخرائط', 'Local SEO & maps'),
    leaf('store-seo', 'سيو متاجر', 'Store SEO'),
    leaf('seo-audit', 'تحليل مواقع', 'SEO audits'),
  ]),
  group({ hue: 305, icon: 'megaphone' }, leaf('marketing', 'تسويق رقمي', 'Digital marketing'), [
    leaf('social-media-management', 'إدارة حسابات التواصل', 'Social media management'),
    leaf('social-media-growth', 'تنمية حسابات التواصل', 'Social media growth'),
    leaf('meta-ads', 'إعلانات فيسبوك وإنستغرام', 'Facebook & Instagram ads'),
    leaf('google-ads', 'إعلانات جوجل', 'Google ads'),
    leaf('tiktok-snapchat-ads', 'إعلانات تيك توك وسناب', 'TikTok & Snapchat ads'),
    leaf('email-marketing', 'تسويق بالبريد', 'Email marketing'),
    leaf('content-plans', 'خطط محتوى', 'Content plans'),
    leaf('marketing-strategy', 'خطط تسويقية', 'Marketing plans'),
  ]),
  group({ hue: 62, icon: 'graduation-cap' }, leaf('teaching', 'تدريس', 'Online lessons'), [
    leaf('math-lessons', 'دروس رياضيات', 'Maths lessons'),
    leaf('science-lessons', 'دروس علوم', 'Science lessons'),
    leaf('english-lessons', 'دروس إنجليزية', 'English lessons'),
    leaf('arabic-lessons', 'دروس عربية', 'Arabic lessons'),
    leaf('quran-lessons', 'قرآن وتجويد', 'Quran & tajweed'),
    leaf('other-languages', 'دروس لغات أخرى', 'Other languages lessons'),
    leaf('programming-lessons', 'دروس برمجة', 'Programming lessons'),
    leaf('design-lessons', 'دروس تصميم', 'Design lessons'),
    leaf('exam-preparation', 'تحضير اختبارات', 'Exam preparation'),
  ]),
  group({ hue: 238, icon: 'smartphone' }, leaf('apps', 'تطبيقات الجوال', 'Mobile apps'), [
    leaf('android-apps', 'تطبيقات أندرويد', 'Android apps'),
    leaf('ios-apps', 'تطبيقات آيفون', 'iOS apps'),
    leaf('cross-platform-apps', 'تطبيقات فلاتر', 'Cross-platform apps'),
    leaf('app-design', 'تصميم تطبيقات', 'App design'),
    leaf('app-publishing', 'نشر تطبيقات', 'App publishing'),
    leaf('app-testing', 'اختبار وصيانة تطبيقات', 'App testing & fixing'),
    leaf('game-development', 'ألعاب', 'Games'),
  ]),
  group(
    { hue: 95, icon: 'briefcase-business' },
    leaf('business', 'أعمال وبيانات', 'Business & data'),
    [
      leaf('data-entry', 'إدخال بيانات', 'Data entry'),
      leaf('spreadsheets', 'جداول إكسل', 'Excel & spreadsheets'),
      leaf('data-analysis', 'تحليل بيانات', 'Data analysis'),
      leaf('presentations', 'عروض تقديمية', 'Presentations'),
      leaf('accounting', 'محاسبة', 'Accounting'),
      leaf('feasibility-studies', 'دراسات جدوى', 'Feasibility studies'),
      leaf('virtual-assistance', 'مساعدة افتراضية', 'Virtual assistance'),
    ],
  ),
];
