import { arPlural } from '#platform/i18n';

interface About {
  title: string;
  other: string;
  until: string;
}

export const ar = {
  refusals: {
    'nothing-to-review': 'التقييم بعد اكتمال الطلب.',
    'review-time-over': 'انتهت مهلة التقييم لهذا الطلب.',
    'already-reviewed': 'قيّمت هذا الطلب من قبل، والتقييم لا يُغيَّر بعد إرساله.',
    'review-not-open': 'لا تقييم مفتوحًا هنا.',
    'already-answered': 'رددت على هذا التقييم من قبل، ولكل تقييم رد واحد.',
    'already-appealed': 'تظلّمت من هذا التقييم من قبل، ولكل تقييم تظلّم واحد.',
    'appeal-decided': 'بتّ زميل آخر في هذا التظلّم قبلك.',
    'review-written': 'وصل تقييمك. يُفتح مع تقييم الطرف الآخر، أو عند انتهاء المهلة.',
    'reviews-opened': 'وصل تقييمك، وفُتح التقييمان معًا.',
    'review-answered': 'نُشر ردك تحت التقييم.',
    'review-appealed': 'وصل تظلّمك إلى فريق الموقع، وستصلك نتيجته.',
    'review-hidden': 'أُخفي التقييم وسُحب من المتوسطات.',
    'review-kept': 'بقي التقييم كما هو.',
  },
  problems: {
    'stars-needed': 'اختر من نجمة إلى خمس.',
    required: 'هذا الحقل مطلوب.',
    'too-long': 'النص أطول من المسموح.',
    invalid: 'هذه القيمة غير مقبولة.',
  },
  criteria: { quality: 'جودة العمل', communication: 'التواصل', onTime: 'الالتزام بالموعد' },
  count: (n: number) =>
    arPlural(n, {
      zero: 'لا تقييمات بعد',
      one: 'تقييم واحد',
      two: 'تقييمان',
      few: '# تقييمات',
      many: '# تقييمًا',
      other: '# تقييم',
    }),
  form: {
    title: (other: string) => `قيّم ${other}`,
    titleSeller: (other: string) => `كيف كان العمل مع ${other}؟`,
    blind: (until: string) =>
      `لا يرى أحدكما تقييم الآخر قبل أن يكتب الاثنان، أو حتى ${until}. ولا يُغيَّر التقييم بعد إرساله.`,
    theirsIn: (other: string) => `كتب ${other} تقييمه، ويُفتح التقييمان معًا حين تكتب تقييمك.`,
    stars: 'تقييمك للمشتري',
    body: 'تعليقك',
    bodyHintBuyer: 'ما الذي أعجبك وما الذي يمكن أن يكون أفضل؟ يقرؤه المشترون بعدك.',
    bodyHintSeller: 'وضوح التعليمات، والرد، وحسن التعامل. يراه البائعون حين يطلب منهم.',
    send: 'أرسل التقييم',
  },
  state: {
    heading: 'التقييمان',
    waiting: 'وصل تقييمك',
    waitingText: (other: string, until: string) =>
      `يُفتح حين يكتب ${other} تقييمه، أو في ${until}. لا يراه أحد قبل ذلك.`,
    over: 'انتهت مهلة التقييم',
    overText: 'لم يعد التقييم ممكنًا لهذا الطلب.',
    missing: (name: string) => `لم يكتب ${name} تقييمًا في المهلة.`,
    missingOwn: 'لم تكتب تقييمًا في المهلة.',
    mine: 'تقييمك',
    open: 'صفحة التقييم',
    notYet: 'التقييم بعد اكتمال الطلب',
    notYetText: 'حين يُقبل العمل يقيّم كل منكما الآخر.',
    backToOrder: 'ارجع إلى الطلب',
    page: 'تقييم الطلب',
  },
  answer: {
    title: (name: string) => `رد ${name}`,
    summary: 'رد على التقييم',
    label: 'ردك',
    hint: 'رد واحد يراه الجميع تحت التقييم. الرد الهادئ أقوى من العتاب.',
    send: 'انشر الرد',
  },
  appeal: {
    summary: 'تظلّم من إساءة في هذا التقييم',
    hint: 'للإساءة والشتم والابتزاز وكشف الخصوصية، لا لتقييم منخفض صادق. يبقى التقييم ظاهرًا إلى أن يبتّ فريق الموقع.',
    label: 'ما الإساءة؟',
    send: 'أرسل التظلّم',
    waiting: 'تظلّمك عند فريق الموقع.',
    kept: (reason: string) => `نظر فريق الموقع في تظلّمك وأبقى التقييم: ${reason}`,
    hidden: (reason: string) => `أخفى فريق الموقع هذا التقييم، ولا يدخل في المتوسطات: ${reason}`,
  },
  card: {
    edition: (number: string) => `الإصدار ${number} من الخدمة`,
    earlier: (number: string) => `إصدار سابق من الخدمة (${number})`,
    about: 'عن',
  },
  service: {
    title: 'تقييمات المشترين',
    none: 'لا تقييمات بعد',
    noneText: 'يكتب المشترون تقييماتهم بعد اكتمال طلباتهم، ولا يقيّم إلا من اشترى.',
    all: 'كل التقييمات',
    pageTitle: (title: string) => `تقييمات ${title}`,
    lead: 'كتبها مشترون بعد اكتمال طلباتهم.',
    back: 'صفحة الخدمة',
  },
  seller: {
    title: (name: string) => `آراء المشترين في ${name}`,
    lead: 'كتبها مشترون بعد اكتمال طلباتهم.',
    back: 'صفحة البائع',
  },
  desk: {
    title: 'تظلّمات التقييمات',
    lead: 'أخفِ ما فيه إساءة أو ابتزاز أو كشف لخصوصية، وأبقِ ما هو رأي صادق وإن كان قاسيًا. السبب يصل إلى الطرفين.',
    waiting: 'بانتظار البتّ',
    none: 'لا تظلّم ينتظر',
    decided: 'بُتّ فيها',
    about: (author: string, subject: string) => `كتب ${author} عن ${subject}`,
    appealed: (subject: string) => `تظلّم ${subject}`,
    order: 'الطلب',
    reason: 'سبب القرار',
    hide: 'أخفِ التقييم',
    keep: 'أبقِ التقييم',
    decision: 'القرار',
    decide: 'اعتمد القرار',
    outcomes: { hidden: 'أُخفي', kept: 'بقي' },
    involved: 'أنت طرف في هذا الطلب، فيبتّ فيه زميل آخر.',
  },
  notices: {
    'wanted-buyer': (p: About) => ({
      title: `كيف وجدت عمل ${p.other}؟`,
      body: `اكتمل طلبك «${p.title}». قيّم الجودة والتواصل والالتزام بالموعد قبل ${p.until}، فرأيك يعين من يشتري بعدك.`,
      action: 'قيّم الطلب',
    }),
    'wanted-seller': (p: About) => ({
      title: `كيف كان العمل مع ${p.other}؟`,
      body: `اكتمل الطلب «${p.title}». قيّم المشتري قبل ${p.until}، ويُفتح التقييمان معًا.`,
      action: 'قيّم المشتري',
    }),
    'last-buyer': (p: About) => ({
      title: `تنتهي مهلة التقييم قريبًا: ${p.title}`,
      body: `آخر موعد لتقييم ${p.other} هو ${p.until}. بعده يُفتح ما كُتب ولا يُضاف إليه.`,
      action: 'قيّم الطلب',
    }),
    'last-seller': (p: About) => ({
      title: `تنتهي مهلة التقييم قريبًا: ${p.title}`,
      body: `آخر موعد لتقييم ${p.other} هو ${p.until}. بعده يُفتح ما كُتب ولا يُضاف إليه.`,
      action: 'قيّم المشتري',
    }),
    opened: (p: About) => ({
      title: `فُتح التقييم: ${p.title}`,
      body: `صار بإمكانك أن تقرأ ما كتبه ${p.other}.`,
      action: 'اقرأ التقييم',
    }),
    'opened-own': (p: About) => ({
      title: `نُشر تقييمك: ${p.title}`,
      body: `انتهت المهلة ولم يكتب ${p.other} تقييمًا.`,
      action: 'افتح التقييم',
    }),
    answered: (p: About) => ({
      title: `رد ${p.other} على تقييمك`,
      body: `عن طلبك «${p.title}».`,
      action: 'اقرأ الرد',
    }),
    'appeal-hidden': (p: About) => ({
      title: `أُخفي التقييم الذي تظلّمت منه: ${p.title}`,
      body: 'نظر فريق الموقع في تظلّمك وأخفى التقييم، ولا يدخل في متوسطاتك.',
      action: 'اقرأ القرار',
    }),
    'appeal-kept': (p: About) => ({
      title: `بقي التقييم الذي تظلّمت منه: ${p.title}`,
      body: 'نظر فريق الموقع في تظلّمك ورأى أن يبقى التقييم. السبب في صفحة التقييم.',
      action: 'اقرأ القرار',
    }),
    'review-hidden': (p: About) => ({
      title: `أخفى فريق الموقع تقييمك: ${p.title}`,
      body: `تظلّم منه ${p.other}. السبب في صفحة التقييم.`,
      action: 'اقرأ القرار',
    }),
  },
};
