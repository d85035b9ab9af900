import { readSellers } from './read-members.ts';

/** Sellers of lessons and of office work. */
export const teachingAndBusinessSellers = readSellers(`
nourdeenahmed | نور الدين أحمد | m | SD | ar en | 66 | new
مدرّس رياضيات وفيزياء
معيد في كلية العلوم، وأشرح للمرحلة الثانوية منذ كنت طالبًا. أرسم كل مسألة قبل أن أحلها، فالرسم نصف الحل.
skills: رياضيات, فيزياء, اختبار القدرات
sells: math-lessons, science-lessons, exam-preparation

amnahalmarri | آمنة المري | f | QA | ar en | 500 | active
معلمة رياضيات وإنجليزية
أدرّس المنهج العربي والدولي في الدوحة. أبدأ باختبار قصير لأعرف أين توقف الطالب، ثم نبني من هناك بلا استعجال.
skills: رياضيات, إنجليزية, SAT, آيلتس
sells: math-lessons, english-lessons, exam-preparation

ibrahimalsanani | إبراهيم الصنعاني | m | YE | ar | 1210 | distinguished
مقرئ مجاز برواية حفص ومدرّس عربية
أجزت بالسند المتصل في صنعاء، وأعلّم الصغار والكبار من كل بلد. الصبر عندي جزء من الدرس لا زيادة عليه.
skills: تجويد, تحفيظ, نحو, تعليم غير الناطقين
sells: quran-lessons, arabic-lessons

hibamsallam | هبة مسلم | f | PS | ar en | 420 | active
معلمة إنجليزية وعربية لغير الناطقين
من نابلس. علّمت أطفالًا في المدرسة وأطباء يستعدون للسفر، ولكلٍّ درس مختلف. أتحدث أقل مما يتحدث طالبي.
skills: محادثة إنجليزية, آيلتس, عربية لغير الناطقين
sells: english-lessons, arabic-lessons, exam-preparation

khadijachinguitti | خديجة الشنقيطي | f | MR | ar fr | 380 | active
محفّظة قرآن ومدرّسة نحو
تعلمت في محظرة أبي في شنقيط، حيث يُحفظ النحو شعرًا. أدرّس النساء والأطفال وأكتب لكل طالبة خطة تناسب يومها.
skills: تحفيظ, تجويد, نحو, شعر
sells: quran-lessons, arabic-lessons, creative-writing

raedalhashimi | رائد الهاشمي | m | IQ | ar en | 550 | active
مهندس ومدرّس كيمياء ورياضيات
مهندس كيميائي من البصرة أحب التدريس أكثر من المصنع. أشرح بالأمثلة من المطبخ والشارع قبل القانون.
skills: كيمياء, رياضيات, هندسة, أوتوكاد
sells: science-lessons, engineering-consulting, exam-preparation, math-lessons

israaabdelrahman | إسراء عبد الرحمن | f | SD | ar en | 460 | active
إدخال بيانات وسكرتارية
أعمل بهدوء ودقة، وأراجع كل صف مرتين. رتّبت قواعد بيانات لعيادتين ومكتبة، ولا أترك خانة فارغة بلا سؤال.
skills: إكسل, إدخال بيانات, تفريغ, جدولة
sells: data-entry, virtual-assistance, transcription

salimalriyami | سالم الريامي | m | OM | ar en | 940 | distinguished
محلل بيانات وخبير إكسل
ثماني سنوات في تحليل بيانات المبيعات. إن كنت تنسخ الأرقام بيدك كل صباح فعندي معادلة تعيد إليك هذه الساعة.
skills: إكسل, Power BI, تحليل بيانات, محاسبة
sells: spreadsheets, data-analysis, accounting

wafaazaghloul | وفاء زغلول | f | EG | ar en | 630 | active
عروض تقديمية ومساعدة عن بعد
أصمم عروضًا تُقرأ من آخر القاعة، وأنظّم المواعيد والبريد لمن ضاق وقته. عملت مساعدة مدير تنفيذي ست سنوات.
skills: باوربوينت, مساعدة افتراضية, إدخال بيانات
sells: presentations, virtual-assistance, data-entry

mouradbenromdhane | مراد بن رمضان | m | TN | ar fr | 680 | active
اقتصادي ودراسات جدوى
عملت في بنك تونسي أدرس ملفات القروض، فأعرف السؤال الذي سيطرحه الممول قبل أن يطرحه.
skills: دراسات جدوى, تحليل مالي, إكسل
sells: feasibility-studies, data-analysis, financial-consulting, spreadsheets

aishaalfallah | عائشة الفلاح | f | LY | ar | 95 | new
مسك دفاتر ومساعدة إدارية
محاسبة من مصراتة. أرتب الفواتير المبعثرة في ملف واحد مفهوم، وأقبل الأعمال الصغيرة بكل سرور.
skills: محاسبة, إكسل, إدخال بيانات, فواتير
sells: accounting, data-entry, virtual-assistance
`);
