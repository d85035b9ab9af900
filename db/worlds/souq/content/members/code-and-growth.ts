import { readSellers } from './read-members.ts';

/** Sellers of websites, apps, search and marketing. */
export const codeAndGrowthSellers = readSellers(`
haithamnasser | هيثم ناصر | m | JO | ar en | 730 | active
مطور ووردبريس وتسريع مواقع
أصلح ما يتعطل في ووردبريس منذ سبع سنوات: صفحة بيضاء، قالب متعارض، موقع بطيء. آخذ نسخة احتياطية قبل أن ألمس أي شيء.
skills: ووردبريس, PHP, تسريع مواقع, حماية
sells: wordpress, website-speed, bug-fixing, blogs

mahmoudsharif | محمود الشريف | m | EG | ar en | 1510 | trusted
مطور مواقع وأنظمة ويب
أبني أنظمة ويب صغيرة تعيش طويلًا. كتبت برامج للعيادات والمدارس والمستودعات، وأسلّم الكود مع شرح يفهمه من يأتي بعدي.
skills: Node.js, PHP, PostgreSQL, خوادم, أتمتة
sells: website-development, bots-automation, technical-consulting, programming-lessons, servers-hosting

noureddinechraibi | نور الدين الشرايبي | m | MA | ar fr en | 990 | distinguished
متاجر إلكترونية وصفحات بيع
أنشأت أكثر من ستين متجرًا بين سلة وشوبيفاي وووكومرس. أهتم بصفحة الدفع قبل الصفحة الرئيسية، فهناك يضيع الزبون.
skills: شوبيفاي, ووكومرس, صفحات هبوط, جافاسكربت
sells: online-stores, landing-pages, frontend, website-development, ecommerce-consulting

asmaaalzubaidi | أسماء الزبيدي | f | IQ | ar en | 470 | active
مبرمجة واجهات أمامية
أحوّل التصميم إلى صفحة تطابقه نقطة بنقطة، وتعمل على هاتف قديم واتصال بطيء. أدرّس البرمجة للمبتدئات في عطلة الأسبوع.
skills: HTML, CSS, React, تدريس برمجة
sells: frontend, landing-pages, bug-fixing, programming-lessons

hamzaboukhari | حمزة بوخاري | m | DZ | ar fr | 800 | active
منتديات ومدونات وخوادم
من جيل المنتديات العربية الأولى، وما زلت أؤمن بها. أركّب وأنقل وأرقّي، وأحفظ مشاركات عمرها خمس عشرة سنة من الضياع.
skills: XenForo, vBulletin, ووردبريس, لينكس
sells: forums, blogs, wordpress, servers-hosting

rashedalblushi | راشد البلوشي | m | AE | ar en | 660 | active
مهندس خوادم وأمن مواقع
أدير خوادم شركات متوسطة في دبي. أحب السجلات الهادئة والنسخ الاحتياطية التي جُرّبت استعادتها فعلًا.
skills: لينكس, Nginx, Docker, أمن مواقع
sells: servers-hosting, website-speed, technical-consulting, bots-automation

iyasabboud | إياس عبود | m | SY | ar en | 55 | new
مطور ويب شاب
أنهيت هندسة المعلوماتية في حمص هذا العام. أقبل الأعمال الصغيرة التي يرفضها الكبار، وأتعلم من كل واحد منها.
skills: Laravel, PHP, JavaScript, منتديات
sells: forums, bug-fixing, website-development, blogs

mayssakassem | ميساء قاسم | f | PS | ar en | 65 | new
تجهيز متاجر وإدخال منتجات
أجهّز المتجر من اختيار القالب حتى رفع آخر صورة. عملي في غزة علّمني أن أحفظ الملفات كل خمس دقائق.
skills: ووكومرس, سلة, وصف منتجات, إدخال بيانات
sells: online-stores, wordpress, product-descriptions, data-entry

omaralzein | عمر الزين | m | LB | ar en fr | 1280 | trusted
خبير محركات بحث
أعمل في السيو منذ كان حشو الكلمات ينفع. لا أعد بالمركز الأول، بل بخطة واضحة وتقرير تفهمه وتقيس به عملي.
skills: سيو تقني, سيو متاجر, تحليل مواقع, كلمات مفتاحية
sells: store-seo, on-page-seo, technical-seo, seo-audit, keyword-research

fatimazahraalaoui | فاطمة الزهراء العلوي | f | MA | ar fr | 530 | active
سيو ومحتوى للمدونات العربية
أجمع بين الكلمة التي يبحث عنها الناس والجملة التي يحبون قراءتها. لي مدونة سفر يزورها الآلاف من البحث وحده.
skills: كلمات مفتاحية, سيو داخلي, روابط, تدوين
sells: keyword-research, on-page-seo, link-building, blogs

sultanalqahtani | سلطان القحطاني | m | SA | ar en | 700 | active
ظهور محلي وإعلانات جوجل
أساعد العيادات والمطاعم والورش على أن تظهر لمن هو على بعد شارعين منها. أبدأ من الخريطة وأنتهي عند المكالمة.
skills: خرائط جوجل, إعلانات جوجل, تحليل مواقع
sells: local-seo, google-ads, seo-audit, marketing-strategy

aymanrizk | أيمن رزق | m | EG | ar en | 80 | new
سيو وبناء روابط نظيفة
عملت عامين في وكالة بالإسكندرية ثم بدأت العمل وحدي. أسلّم كل رابط بعنوانه وتاريخه لتراجعه بنفسك.
skills: بناء روابط, سيو تقني, خرائط
sells: link-building, technical-seo, local-seo, store-seo

lujainalmutairi | لجين المطيري | f | SA | ar en | 910 | distinguished
إدارة حسابات وصناعة محتوى
أدير حسابات مقاهٍ وصالونات ومتاجر أزياء في الرياض. أكتب بالعامية حين تنفع وبالفصحى حين تلزم، وأرد على المتابع كأنه واقف أمامي.
skills: إدارة حسابات, خطط محتوى, تيك توك, سناب شات
sells: social-media-management, content-plans, tiktok-snapchat-ads, social-media-growth

bilalmasri | بلال المصري | m | PS | ar en | 600 | active
حملات إعلانية على ميتا وجوجل
أدرت ميزانيات من مئة دولار إلى عشرين ألفًا بالعناية نفسها. أوقف الإعلان الخاسر مبكرًا ولا أتعلق به.
skills: إعلانات ميتا, إعلانات جوجل, صفحات هبوط, تحليل
sells: meta-ads, google-ads, tiktok-snapchat-ads, landing-pages

ikramhadjali | إكرام حاج علي | f | DZ | ar fr | 440 | active
نمو حسابات ورسائل بريدية
أنمّي الحسابات بمحتوى يستحق المتابعة لا بأرقام مشتراة. وأكتب نشرات بريدية يفتحها الناس لأنهم ينتظرونها.
skills: تنمية حسابات, نشرات بريدية, إعلانات
sells: social-media-growth, email-marketing, content-plans, meta-ads

saifaldhaheri | سيف الظاهري | m | AE | ar en | 1130 | distinguished
مستشار تسويق للمشاريع الناشئة
عشر سنوات في تسويق المطاعم والتطبيقات بأبوظبي. أضع خطة تنفذها بفريقك الصغير وميزانيتك الحقيقية.
skills: خطط تسويقية, إعلانات جوجل, بريد تسويقي
sells: marketing-strategy, marketing-consulting, email-marketing, google-ads

shaimaaomar | شيماء عمر | f | SD | ar en | 58 | new
منشورات وإدارة صفحات
أدرت صفحة مبادرة تطوعية في الخرطوم بلغت ثمانين ألف متابع. أكتب وأصمم وأنشر، وأتعلم كل يوم شيئًا جديدًا.
skills: إدارة صفحات, تصميم منشورات, كتابة إعلانية
sells: social-media-management, social-media-design, social-media-growth, copywriting

firasdarwish | فراس درويش | m | SY | ar en | 1060 | distinguished
مطور تطبيقات فلاتر وأندرويد
نشرت أربعة وعشرين تطبيقًا على المتجرين. أكتب كودًا نظيفًا وأسلّم المشروع كاملًا مع شرح طريقة البناء.
skills: Flutter, Kotlin, Firebase, نشر تطبيقات
sells: cross-platform-apps, android-apps, ios-apps, app-publishing

nadinegeorge | نادين جورج | f | LB | ar en fr | 490 | active
مطورة iOS ومصممة تطبيقات
أكتب بسويفت منذ إصدارها الثالث، وأصمم الشاشة قبل أن أبرمجها. أختبر على أجهزة حقيقية لا على المحاكي وحده.
skills: Swift, SwiftUI, فيجما, اختبار
sells: ios-apps, app-design, app-testing

abdallahtawfiq | عبد الله توفيق | m | EG | ar en | 580 | active
صيانة ونشر تطبيقات أندرويد
تخصصي التطبيقات التي هجرها مبرمجها: أحدّث المكتبات وأصلح الأعطال وأعيدها إلى المتجر.
skills: Kotlin, Java, Google Play, إصلاح أخطاء
sells: android-apps, app-publishing, app-testing, bug-fixing

yazanalkurdi | يزن الكردي | m | JO | ar en | 72 | new
مطور ألعاب وتطبيقات
أصنع ألعابًا صغيرة بيونتي وجودو، وأشارك في مسابقات صناعة الألعاب كل شهر. أحب اللعبة التي تُفهم من أول لمسة.
skills: Unity, Godot, Flutter, C#
sells: game-development, cross-platform-apps, app-design
`);
