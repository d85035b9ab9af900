import { readSellers } from './read-members.ts';

/** Sellers of video, sound, CVs and advice. */
export const mediaAndAdviceSellers = readSellers(`
sarabenali | سارة بن علي | f | TN | ar fr | 610 | active
مونتاج فيديو لصنّاع المحتوى
أمنتج لخمس قنوات يوتيوب ثابتة من صفاقس. أقطع الصمت وأترك النفَس، وأسلّم قبل الموعد بيوم كلما استطعت.
skills: بريمير, دافينشي, ترجمة مرئية, ريلز
sells: video-editing, short-videos, video-intros, subtitles

leilamourad | ليلى مراد | f | LB | ar en fr | 1010 | distinguished
معلّقة صوتية بالفصحى واللهجة البيضاء
صوتي مرّ على وثائقيات وإعلانات وكتب مسموعة. أسجّل في غرفة معالجة صوتيًا بميكروفون استوديو، وأعيد الجملة حتى تصدق.
skills: تعليق صوتي, كتب مسموعة, بودكاست, إلقاء
sells: voice-over, podcast-editing, audio-engineering

majedalharbi | ماجد الحربي | m | SA | ar | 520 | active
صوت إذاعي ومهندس صوت
مذيع سابق في جدة. أقرأ النص مرة لأفهمه ومرة لأسجّله، وأنظّف صوتك إن كنت سجّلته في سيارة أو مقهى.
skills: تعليق إذاعي, هندسة صوتية, بودكاست
sells: voice-over, podcast-editing, audio-engineering

hossamelgendy | حسام الجندي | m | EG | ar en | 930 | distinguished
موشن جرافيك وفيديو تعريفي
سبع سنوات في أفتر إفكتس. أحوّل الشرح الطويل إلى دقيقة واحدة تُفهم بلا صوت، ثم أضيف الصوت لمن يريد أن يسمع.
skills: أفتر إفكتس, موشن جرافيك, مقدمات, مونتاج
sells: motion-graphics, explainer-videos, video-intros, video-editing

walidalansari | وليد الأنصاري | m | LY | ar en | 48 | new
مونتير مقاطع قصيرة
من بنغازي. أقص المقاطع الطويلة إلى ما يشاهده الناس حتى آخره. أعمل مساءً، وأرد على كل رسالة في يومها.
skills: كاب كت, بريمير, ترجمة مرئية, تنقية صوت
sells: video-editing, short-videos, subtitles, audio-engineering

doaaalqadi | دعاء القاضي | f | YE | ar | 90 | new
فيديو وايت بورد وعروض متحركة
أحب تبسيط الأفكار الصعبة للأطفال والكبار. أعمل من عدن على ساعات الكهرباء المتاحة، ولهذا أضع موعدًا واقعيًا وألتزم به.
skills: وايت بورد, موشن جرافيك, إنفوجرافيك, عروض
sells: explainer-videos, motion-graphics, presentations, infographics

mohamedkhalil | محمد خليل | m | EG | ar en | 1390 | trusted
كاتب سير ذاتية ومستشار توظيف
قرأت آلاف السير الذاتية حين كنت مسؤول توظيف في شركة اتصالات، فعرفت ما يُقرأ وما يُهمل. أكتب سيرتك كما يريد أن يراها من سيقابلك.
skills: سيرة ذاتية, ATS, لينكدإن, مقابلات
sells: arabic-cv, english-cv, linkedin-profile, cover-letters, interview-preparation

reemalotaibi | ريم العتيبي | f | KW | ar en | 560 | active
موارد بشرية وتطوير مهني
أعمل في الموارد البشرية نهارًا وأساعد الباحثين عن عمل مساءً. أخبرك بصراحة بما ينقص سيرتك قبل أن أكتبها.
skills: سيرة ذاتية, مقابلات, لينكدإن, توظيف
sells: cv-design, arabic-cv, linkedin-profile, interview-preparation

lamaabuzaid | لمى أبو زيد | f | JO | ar en | 430 | active
سير ذاتية وخطابات بالإنجليزية
درست اللغة الإنجليزية وآدابها في إربد، وأكتب لمن يتقدم إلى وظيفة أو منحة خارج بلده. لا قوالب جاهزة، لكل شخص قصة.
skills: سيرة ذاتية إنجليزية, خطاب نية, محادثة إنجليزية
sells: english-cv, cover-letters, cv-design, english-lessons

khaledalsubaie | خالد السبيعي | m | SA | ar en | 880 | distinguished
مستشار أعمال ودراسات جدوى
أسست مشروعين، نجح واحد وأغلقت الآخر، وتعلمت من الثاني أكثر. أراجع فكرتك بالأرقام قبل أن تدفع فيها مدخراتك.
skills: خطط عمل, دراسات جدوى, تحليل مالي
sells: business-consulting, feasibility-studies, financial-consulting

nadaalharthy | ندى الحارثية | f | OM | ar en | 390 | active
محامية وصياغة عقود
أصوغ العقود وأراجع اللوائح وأشرحها بلغة يفهمها صاحب المشروع. استشاراتي للتوعية والصياغة، ولا تغني عن وكيل أمام المحكمة.
skills: صياغة عقود, قانون تجاري, قانون عمل
sells: legal-consulting, business-consulting

adelfarouk | عادل فاروق | m | EG | ar en | 1240 | distinguished
مستشار قانوني للشركات الناشئة
خمس عشرة سنة بين المحاكم والشركات. أكتب العقد الذي لا تحتاج إلى فتحه مرة ثانية، وأحب الأسئلة التي تسبق التوقيع.
skills: عقود شركات, ملكية فكرية, سياسات مواقع
sells: legal-consulting, research-summaries

ranyashawqi | رانيا شوقي | f | EG | ar en | 510 | active
محاسبة قانونية للمشاريع الصغيرة
أرتّب دفاتر المتاجر والمكاتب الصغيرة، وأجيب عن سؤال واحد يهم صاحبها: هل ربحنا هذا الشهر فعلًا؟
skills: محاسبة, إكسل, تحليل مالي, ميزانيات
sells: financial-consulting, accounting, spreadsheets

fahadalkuwari | فهد الكواري | m | QA | ar en | 450 | active
مستشار تجارة إلكترونية
أدرت متجرًا للعطور ثلاث سنوات من أول طلب حتى المئة طلب في اليوم. أنقل لك الأخطاء التي دفعت ثمنها.
skills: متاجر إلكترونية, تسويق, تسعير, شحن
sells: ecommerce-consulting, marketing-consulting, store-seo

iyadnajjar | إياد النجار | m | SY | ar en | 620 | active
مهندس مدني ومصمم داخلي
أراجع المخططات وأحسب الكميات وأقترح توزيع الفراغ. أرسم على أوتوكاد وأشرح الحل كما نشرحه في الموقع: خط وسهم ورقم.
skills: أوتوكاد, حساب كميات, تصميم داخلي
sells: engineering-consulting, feasibility-studies

manalhamdan | منال حمدان | f | JO | ar en | 1070 | distinguished
مرشدة تربوية وأسرية
ماجستير إرشاد نفسي وخمس عشرة سنة في المدارس. أستمع أولًا، ثم نكتب معًا خطوات صغيرة تُجرَّب في أسبوع.
skills: إرشاد تربوي, تربية أطفال, إرشاد دراسي
sells: family-consulting, study-consulting

samarghanem | سمر غانم | f | LB | ar en fr | 570 | active
اختصاصية تغذية
أكتب أنظمة غذائية من مطبخ بيتك لا من قائمة مستوردة. لا وعود سريعة، بل عادات تبقى بعد انتهاء الخطة.
skills: تغذية, خطط وجبات, لياقة
sells: nutrition-fitness, family-consulting

othmanouldahmed | عثمان ولد أحمد | m | MR | ar fr | 85 | new
دليلك إلى الدراسة بالفرنسية
درست في نواكشوط ثم في ليل، ومررت بكل ورقة يطلبها ملف القبول. أترجم الملفات وأشرح الخطوات واحدة واحدة.
skills: قبولات جامعية, ترجمة فرنسية, تدريس الفرنسية
sells: study-consulting, french-translation, other-languages

anasbawazir | أنس باوزير | m | YE | ar | 70 | new
مدرب لياقة منزلية
مدرب معتمد من حضرموت. أصمم تمارين لا تحتاج إلى نادٍ ولا أجهزة، وأتابع من يشتري مني حتى يثبت على العادة.
skills: تمارين منزلية, خطط لياقة, متابعة
sells: nutrition-fitness
`);
