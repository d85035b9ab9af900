import { readSellers } from './read-members.ts';

/** Sellers who write, translate and draw. */
export const languageAndDesignSellers = readSellers(`
yousefalomari | يوسف العمري | m | JO | ar en | 1180 | distinguished
مترجم محلّف من الإنجليزية وإليها
أعمل في الترجمة منذ تسع سنوات بين مكاتب عمّان والعمل الحر. أترجم العقود والمواقع والأدلة التقنية، ولا أسلّم صفحة قبل أن أقرأها بصوت مسموع.
skills: ترجمة قانونية, ترجمة تقنية, تحرير, ترجمة مرئية
sells: english-translation, proofreading, transcription, research-summaries, subtitles

mahakhairy | مها خيري | f | EG | ar en | 640 | active
كاتبة محتوى للمواقع والمتاجر
صحفية سابقة في القاهرة، انتقلت إلى كتابة المحتوى قبل خمس سنوات. أحب الجملة القصيرة والعنوان الصادق، وأبحث في الموضوع قبل أن أكتب حرفًا.
skills: كتابة مقالات, كتابة إعلانية, وصف منتجات, سيو
sells: article-writing, web-content, product-descriptions, copywriting

abdelhakimbouzid | عبد الحكيم بوزيد | m | DZ | ar fr | 720 | active
مترجم فرنسي عربي وباحث أكاديمي
درست الترجمة في جامعة الجزائر، وأعمل مع طلبة الدراسات العليا والجمعيات. العربية لغة بيتي والفرنسية لغة دراستي، وكلتاهما عندي أمانة.
skills: ترجمة فرنسية, بحث علمي, تلخيص, تدريس الفرنسية
sells: french-translation, proofreading, research-summaries, other-languages

salmaelidrissi | سلمى الإدريسي | f | MA | ar fr en | 1020 | distinguished
ترجمة أدبية وتجارية بثلاث لغات
من الدار البيضاء. ترجمت ثلاث روايات قصيرة وعشرات المواقع، وأكتب القصة حين يهدأ الليل. يهمّني أن يبقى صوت الكاتب الأول مسموعًا.
skills: ترجمة أدبية, ترجمة فرنسية, كتابة قصصية
sells: french-translation, english-translation, creative-writing, other-languages

bashireltayeb | بشير الطيب | m | SD | ar en | 860 | active
مدقق لغوي ومدرّس نحو
أمضيت اثنتي عشرة سنة في تدريس العربية وتصحيح الرسائل الجامعية. أصحّح النص وأشرح لصاحبه سبب كل تصحيح ليستغني عني في المرة القادمة.
skills: تدقيق لغوي, نحو وصرف, تحرير صحفي, تفريغ
sells: proofreading, article-writing, arabic-lessons, research-summaries, transcription

omaymatrabelsi | أميمة الطرابلسي | f | TN | ar fr | 75 | new
قصص ونصوص للعلامات الصغيرة
تخرّجت في آداب منوبة وأكتب منذ كنت في الثانوية. جديدة هنا، ولذلك أعطي كل طلب وقتًا أطول مما يستحقه السعر.
skills: كتابة قصصية, رسائل بريدية, محتوى مواقع
sells: creative-writing, article-writing, web-content, email-marketing

ammardiab | عمار دياب | m | SY | ar tr en | 540 | active
مترجم تركي وإنجليزي ومدرّس تركية
أعيش بين لغتين منذ عشر سنوات. أترجم الأوراق الرسمية ومواقع الشركات، وأعلّم التركية لمن يريد أن يعمل بها لا أن يحفظ قواعدها فقط.
skills: ترجمة تركية, ترجمة إنجليزية, تفريغ, تدريس التركية
sells: other-translation, other-languages, english-translation, transcription

hudaalshehri | هدى الشهري | f | SA | ar en | 690 | active
نصوص إعلانية بلهجة عميلك
أكتب للمتاجر السعودية والخليجية: صفحات المنتجات، ورسائل السلة، ومنشورات المواسم. أقيس النص بما يبيعه لا بما يزيّنه.
skills: كتابة إعلانية, وصف منتجات, خطط محتوى, إدارة حسابات
sells: copywriting, product-descriptions, content-plans, social-media-management, web-content

ranaalhasan | رنا الحسن | f | SY | ar en | 1460 | trusted
مصممة شعارات وهويات بصرية
بدأت برسم لافتات محل والدي في حلب، واليوم لي أكثر من ثلاثمئة شعار على واجهات حقيقية. أرسم الفكرة بالقلم أولًا ثم أفتح البرنامج.
skills: شعارات, هوية بصرية, تغليف, إليستريتور
sells: logo-design, brand-identity, business-cards, packaging-design, design-lessons

karimsoliman | كريم سليمان | m | EG | ar en | 1090 | distinguished
مصمم جرافيك وواجهات
ثماني سنوات في وكالات القاهرة بين الشعار والملصق والشاشة. أعمل صباحًا وأرد على الرسائل بسرعة، وأسلّم ملفات مرتبة بأسماء مفهومة.
skills: فوتوشوب, إليستريتور, فيجما, مطبوعات
sells: logo-design, social-media-design, flyers-brochures, ui-design, brand-identity

ghadaaltamimi | غادة التميمي | f | IQ | ar en | 480 | active
رسّامة كتب أطفال وأغلفة
من بغداد. رسمت أحد عشر كتابًا للأطفال، وأحب الشخصيات التي لها نظرة قبل أن تكون لها ملابس. أعمل على الآيباد وأسلّم بدقة الطباعة.
skills: رسم رقمي, كتب أطفال, أغلفة, إنفوجرافيك
sells: illustration, book-covers, infographics

ziadhaddad | زياد حداد | m | LB | ar fr en | 970 | distinguished
تغليف ومطبوعات جاهزة للمطبعة
عملت خمس سنوات داخل مطبعة في بيروت، فأعرف لماذا يخرج اللون مختلفًا عن الشاشة. ملفاتي تصل إلى المطبعة ولا تعود.
skills: تغليف, مطبوعات, تعديل صور, هوية بصرية
sells: packaging-design, brand-identity, photo-editing, flyers-brochures

mustafaalrawi | مصطفى الراوي | m | IQ | ar | 1320 | trusted
خطاط وحروفي
أخذت الخط عن أستاذي في الأعظمية، ثلثًا ونسخًا وديوانيًا. أكتب بالقصبة على الورق ثم أنقل العمل إلى ملف رقمي يحفظ أثر اليد.
skills: خط الثلث, خط الديواني, حروفيات, شعارات عربية
sells: arabic-calligraphy, logo-design, book-covers

amalbenyoussef | آمال بن يوسف | f | TN | ar fr | 590 | active
تصاميم سوشيال ميديا وسير ذاتية
أصمم للمقاهي والعيادات ومدارس اللغات. أسأل كثيرًا قبل أن أبدأ، فيقل التعديل بعد التسليم.
skills: سوشيال ميديا, بطاقات أعمال, سيرة ذاتية, تعديل صور
sells: social-media-design, photo-editing, cv-design, infographics, business-cards

yasminealfasi | ياسمين الفاسي | f | MA | ar fr | 60 | new
رسوم وبوسترات بألوان دافئة
طالبة فنون جميلة في تطوان. أرسم الوجوه والبيوت القديمة، وأصمم منشورات لصفحات صغيرة تحب أن تبدو كبيرة.
skills: رسم رقمي, بروكرييت, سوشيال ميديا
sells: illustration, social-media-design, photo-editing

tarekmansour | طارق منصور | m | PS | ar en | 1150 | distinguished
مصمم تجربة وواجهات استخدام
من رام الله. صممت لتطبيقات توصيل وعيادات وبنوك صغيرة. أبدأ دائمًا بورقة وسؤال واحد: ما الذي يريد المستخدم أن ينهيه هنا؟
skills: فيجما, تجربة المستخدم, صفحات هبوط, تطبيقات
sells: ui-design, app-design, landing-pages, design-lessons
`);
