import { arPlural } from '#platform/i18n';

const dayForms = {
  one: 'يوم واحد',
  two: 'يومان',
  few: '# أيام',
  many: '# يومًا',
  other: '# يوم',
};

interface Told {
  other: string;
  title: string;
}

/** Words of custom offers and of requests for them. */
export const offersAr = {
  offers: {
    panel: 'عروض خاصة',
    none: 'لا عروض خاصة في هذه المحادثة بعد.',
    make: 'أرسل عرضًا خاصًا',
    ask: 'اطلب عملًا على مقاسك',
    open: 'اقرأ العرض',
    said: (title: string) => `أرسلت عرضًا خاصًا: ${title}`,
    asked: 'طلبت عملًا على مقاسي، وتفصيله في «عروض خاصة».',
    states: {
      open: 'ينتظر الجواب',
      accepted: 'قُبل وصار طلبًا',
      declined: 'لم يُقبل',
      withdrawn: 'سُحب',
      expired: 'انتهت مدته',
      offered: 'أُجيب بعرض',
    },
    formTitle: 'عرض خاص',
    formLead: (name: string) =>
      `يصل عرضك إلى ${name} وحده. إن قبله ودفع صار طلبًا بما تكتبه هنا، ولا يتغيّر بعدها.`,
    answers: 'تجيب به عن هذا الطلب',
    title: 'عنوان العمل',
    titleHint: 'كما سيظهر في الطلب، حتى 80 حرفًا.',
    scope: 'ما ستقدمه بالضبط',
    scopeHint:
      'ما يتسلمه المشتري، وكم نسخة، وبأي صيغ، وما لا يشمله العرض. إليه يرجع المحكّم إن اختلفتما.',
    price: 'الثمن',
    priceHint: (from: string, to: string) => `من ${from} إلى ${to}.`,
    daysLabel: 'مدة التنفيذ بالأيام',
    changes: 'عدد التعديلات',
    asks: 'اسأل المشتري أسئلة الخدمة نفسها قبل البدء',
    stands: 'مدة بقاء العرض',
    send: 'أرسل العرض',
    back: 'عد إلى المحادثة',
    by: 'البائع',
    to: 'المشتري',
    service: 'الخدمة',
    until: 'يبقى حتى',
    delivery: 'التسليم خلال',
    days: (n: number) => arPlural(n, dayForms),
    pay: 'اقبل وادفع',
    payNote: 'يُحجز المبلغ في الضمان، ولا يصل إلى البائع حتى تقبل عمله.',
    decline: 'لا يناسبني',
    declineReason: 'السبب',
    notSent: 'لم يصل البائع ما كتبته، وهو هنا كما كتبته:',
    sayInTalk: 'قله في المحادثة',
    withdraw: 'اسحب العرض',
    theirTurn: 'أرسلت العرض، وننتظر جواب المشتري.',
    yourTurn: 'إن ناسبك العرض فاقبله وادفع ثمنه، فيبدأ الطلب.',
    toOrder: 'إلى صفحة الطلب',
    reason: 'السبب',
    requestTitle: 'اطلب عملًا على مقاسك',
    requestLead: (name: string) =>
      `صف ما تحتاجه، فيجيبك ${name} بعرض فيه الثمن والمدة، أو يعتذر. لا تدفع شيئًا قبل أن تقبل العرض.`,
    requestBody: 'ما تحتاجه',
    requestHint: 'المهم أن يفهم البائع حجم العمل. الملفات ترسلها في المحادثة.',
    wishedPrice: 'الثمن الذي في بالك',
    wishedDays: 'المدة التي تناسبك بالأيام',
    requestSend: 'أرسل إلى البائع',
    request: 'طلب على المقاس',
    wished: (price: string, days: string) => [price, days].filter((one) => one !== '').join(' · '),
    answer: 'أجب بعرض',
    refuse: 'اعتذر',
    refuseReason: 'سبب الاعتذار',
    takeBack: 'اسحب الطلب',
  },
  offerErrors: {
    'title-too-long': 'العنوان أطول من 80 حرفًا.',
    'scope-too-long': 'أطول من 5000 حرف.',
    'holds-contact':
      'في النص رقم أو عنوان أو دعوة إلى التواصل خارج الموقع. احذفها؛ وما يحتاجه العمل منها يُكتب في صفحة الطلب بعد الشراء.',
    'reason-too-long': 'أطول من 500 حرف.',
    price: 'الثمن خارج ما يُسمح به للعروض الخاصة.',
    days: 'اكتب عددًا من الأيام بين 1 و90.',
    changes: 'اكتب عددًا بين 0 و20.',
    stands: 'اختر مدة بين يوم و14 يومًا.',
  },
  offerTroubles: {
    'offer-closed': 'لم يعد هذا العرض مفتوحًا حين وصل جوابك.',
    'request-settled':
      'أُجيب عن طلب المشتري أو سُحب قبل أن يصل عرضك. إن أردت فأرسله عرضًا قائمًا بذاته.',
    'too-many-open-offers': 'لك في هذه المحادثة ثلاثة عروض تنتظر. اسحب واحدًا منها ثم أرسل هذا.',
    'request-waits': 'لك طلب ينتظر جواب البائع. اسحبه من المحادثة ثم أرسل هذا.',
    'talk-is-paused':
      'رسائلك قبل الطلب متوقفة، ولا يصل شيء من هنا حتى تعود. السبب وكيف تعترض في صفحة المحادثة.',
  },
  offerFlashes: {
    'offer-sent': 'وصل عرضك إلى المشتري.',
    'offer-declined': 'أُبلغ البائع أن العرض لا يناسبك.',
    'offer-withdrawn': 'سُحب العرض.',
    'request-sent': 'وصل طلبك إلى البائع. يجيبك بعرض أو يعتذر.',
    'request-declined': 'وصل اعتذارك إلى المشتري.',
    'request-withdrawn': 'سُحب الطلب.',
  },
  offerNotices: {
    made: ({ other, title }: Told) => ({
      title: `عرض خاص من ${other}`,
      body: `«${title}». اقرأه، واقبله إن ناسبك.`,
      action: 'اقرأ العرض',
    }),
    declined: ({ other, title }: Told) => ({
      title: `لم يقبل ${other} عرضك`,
      body: `«${title}». تستطيع أن ترسل عرضًا آخر من المحادثة.`,
      action: 'افتح العرض',
    }),
    withdrawn: ({ other, title }: Told) => ({
      title: `سحب ${other} عرضه`,
      body: `«${title}» لم يعد مفتوحًا. اكتب له إن كنت ما زلت تريده.`,
      action: 'افتح العرض',
    }),
    expiring: ({ other, title }: Told) => ({
      title: `ينتهي عرض ${other} خلال يوم`,
      body: `«${title}». بعدها لا يُقبل إلا بعرض جديد.`,
      action: 'اقرأ العرض',
    }),
    expired: ({ other, title }: Told) => ({
      title: `انتهت مدة عرضك لـ${other}`,
      body: `«${title}» لم يُجب عنه. تستطيع أن ترسله من جديد.`,
      action: 'افتح العرض',
    }),
    asked: ({ other, title }: Told) => ({
      title: `يطلب منك ${other} عملًا خاصًا`,
      body: `عن خدمة «${title}». أجب بعرض أو اعتذر.`,
      action: 'اقرأ الطلب',
    }),
    refused: ({ other, title }: Told) => ({
      title: `اعتذر ${other} عن طلبك`,
      body: `عن خدمة «${title}». سببه في المحادثة.`,
      action: 'افتح المحادثة',
    }),
  },
};
