import { readMembers } from './read-members.ts';

/** Members who mostly buy. */
export const buyers = readMembers(`
hananalrashid | حنان الراشد | f | SA | ar en | 620
صاحبة متجر عطور
أدير متجرًا صغيرًا للعطور في الرياض، وأبحث دائمًا عمن يتقن عمله.

abdulrahmanalghamdi | عبد الرحمن الغامدي | m | SA | ar | 540
مطعم مشويات في جدة
أطلب تصاميم ومحتوى لفرعين من مطعم عائلي.

nouraalsalem | نورة السالم | f | SA | ar en | 310

turkialanazi | تركي العنزي | m | SA | ar | 275

mohammedalzahrani | محمد الزهراني | m | SA | ar en | 700
مدير تسويق

abeeralmalki | عبير المالكي | f | SA | ar | 190
معلمة وصاحبة مدونة تربوية

amrhegazy | عمرو حجازي | m | EG | ar en | 480
صاحب قناة تعليمية
أقدّم دروسًا مبسطة في الاقتصاد على يوتيوب.

maimostafa | مي مصطفى | f | EG | ar en | 365
صيدلانية ومشروع منزلي

ahmedabdelaziz | أحمد عبد العزيز | m | EG | ar | 820

heshamragab | هشام رجب | m | EG | ar | 150
مكتب هندسي صغير

sohailafathy | سهيلة فتحي | f | EG | ar en | 230

mennatarek | منة طارق | f | EG | ar | 120
طالبة ماجستير

ramyiskander | رامي إسكندر | m | EG | ar en | 590
مؤسس تطبيق توصيل

lailahamwi | ليلى الحموي | f | SY | ar | 410

basselshami | باسل الشامي | m | SY | ar en | 505
مكتب سياحة وسفر

rimaatassi | ريما الأتاسي | f | SY | ar fr | 180
مدرّسة موسيقى

ghassankhatib | غسان الخطيب | m | SY | ar | 95

moncefgharbi | المنصف الغربي | m | TN | ar fr | 450
منتج زيت زيتون
نصدّر زيت الزيتون من صفاقس ونحتاج إلى ترجمة وتغليف.

olfachebbi | ألفة الشابي | f | TN | ar fr | 260

slimjaziri | سليم الجزيري | m | TN | ar fr | 135
مصور مناسبات

houdaamrani | هدى العمراني | f | MA | ar fr | 385
تعاونية حلي تقليدية

youssefbennani | يوسف بناني | m | MA | ar fr | 560
مدير مدرسة خاصة

zinebtazi | زينب التازي | f | MA | ar fr | 88

rachidouazzani | رشيد الوزاني | m | MA | ar fr | 210

aminabelkacem | أمينة بلقاسم | f | DZ | ar fr | 330
عيادة أسنان

sofianemeziane | سفيان مزيان | m | DZ | ar fr | 470
متجر قطع غيار

nassimabrahimi | نسيمة براهيمي | f | DZ | ar fr | 115

laithobeidat | ليث عبيدات | m | JO | ar en | 295
مطور عقاري

dimamajali | ديمة المجالي | f | JO | ar en | 405
مدربة يوغا

qaisrawashdeh | قيس الرواشدة | m | JO | ar | 160

salehalhakimi | صالح الحكيمي | m | YE | ar | 220
تاجر عسل
أبيع عسل دوعن عبر الإنترنت وأحتاج إلى من يكتب عنه كما يستحق.

afrahalshamiri | أفراح الشميري | f | YE | ar | 105

muhannadabbas | مهند عباس | m | SD | ar en | 340
منظمة شبابية

rayanosman | ريان عثمان | f | SD | ar en | 145

tawfigelhadi | توفيق الهادي | m | SD | ar | 78

alialjubouri | علي الجبوري | m | IQ | ar | 425
وكيل سيارات

zahraalmusawi | زهراء الموسوي | f | IQ | ar en | 285
طبيبة أطفال

hayderkareem | حيدر كريم | m | IQ | ar | 170

shaimajalal | شيماء جلال | f | IQ | ar | 92
دار نشر صغيرة

eliekhoury | إيلي خوري | m | LB | ar fr en | 515
صاحب مقهى

mayasalloum | مايا سلوم | f | LB | ar en fr | 240
مصممة أزياء

jadfrangieh | جاد فرنجية | m | LB | ar en | 130

ahmadbarghouti | أحمد البرغوثي | m | PS | ar en | 375
مبادرة تعليم عن بعد

sawsannatsheh | سوسن النتشة | f | PS | ar | 200
مطبخ منزلي

muntasirzoubi | منتصر الزعبي | m | PS | ar | 84

mansouralmazrouei | منصور المزروعي | m | AE | ar en | 610
شركة تنظيم فعاليات

shammaalketbi | شما الكتبي | f | AE | ar en | 320
كاتبة أطفال

hamdanalsuwaidi | حمدان السويدي | m | AE | ar en | 155

zuwainaalbalushi | زوينة البلوشية | f | OM | ar | 250
مشروع بخور

haithamalbusaidi | هيثم البوسعيدي | m | OM | ar en | 435

mubarakalajmi | مبارك العجمي | m | KW | ar en | 490
نادٍ رياضي

dalalalkandari | دلال الكندري | f | KW | ar en | 215
مدونة سفر

yousefalfadhli | يوسف الفضلي | m | KW | ar | 112

jassimalhajri | جاسم الهاجري | m | QA | ar en | 355
شركة مقاولات

maryamalnaimi | مريم النعيمي | f | QA | ar en | 270

khalifaalsulaiti | خليفة السليطي | m | QA | ar | 98

fathialmisrati | فتحي المصراتي | m | LY | ar | 300
مستورد أثاث

ruqayyaalzawi | رقية الزاوي | f | LY | ar | 140

abdussalamgharyani | عبد السلام الغرياني | m | LY | ar en | 82

sidimohamedbah | سيدي محمد باه | m | MR | ar fr | 195
مكتب استيراد

mariemmintsalem | مريم منت سالم | f | MR | ar fr | 108

waleedshukri | وليد شكري | m | EG | ar en | 64

joudalahmad | جود الأحمد | f | SY | ar en | 52
طالبة هندسة معمارية

badralmutlaq | بدر المطلق | m | SA | ar en | 45
`);
