import { arPlural } from '#platform/i18n';

interface About {
  title: string;
  other: string;
  amount: string;
  until: string;
}

const open = 'افتح الطلب';

/** Words of what is added to a running order and paid for. */
export const additionsAr = {
  acts: {
    add_upgrade: 'أضاف المشتري تطويرًا ودفع ثمنه',
    propose_addition: 'عرض البائع عملًا إضافيًا',
    withdraw_addition: 'سحب البائع عرض العمل الإضافي',
    agree_addition: 'قبل المشتري العمل الإضافي ودفع ثمنه',
    refuse_addition: 'رفض المشتري العمل الإضافي',
    addition_time_over: 'انتهى عرض العمل الإضافي بلا جواب',
  },
  refusals: {
    'order-additions-are-left': 'بلغ هذا الطلب أقصى عدد من الإضافات. ما زاد عليها فهو طلب جديد.',
    'order-no-addition-open': 'هناك عرض إضافي ينتظر الجواب. اسحبه أولًا لتعرض غيره.',
    'order-addition-open': 'لا عرض إضافيًا ينتظر الجواب: أُجيب عنه أو سُحب أو انتهت مهلته.',
    'order-upgrade-not-sold': 'هذا التطوير لا يُضاف إلى هذا الطلب الآن. لم يُدفع شيء.',
    'order-addition-changed':
      'تغيّر السعر أو المدة منذ فتحت الصفحة. لم يُدفع شيء؛ راجع المعروض الآن ثم قرّر.',
    'order-balance-short':
      'رصيدك لا يكفي لهذه الإضافة، ولم يُدفع شيء. اشحن رصيدك من رابط الشحن بجانب الإضافة ثم أعد المحاولة.',
    'upgrade-added': 'أُضيف التطوير إلى الطلب، والمبلغ في حساب الضمان.',
    'addition-proposed': 'وصل عرضك إلى المشتري.',
    'addition-agreed': 'قبلت العمل الإضافي، والمبلغ في حساب الضمان.',
    'addition-refused': 'رفضت العرض، ويبقى الطلب كما هو.',
    'addition-withdrawn': 'سحبت العرض، ويبقى الطلب كما هو.',
  },
  errors: {
    'price-range': 'المبلغ خارج الحدود المذكورة.',
    'days-range': 'اكتب عددًا صحيحًا من الأيام ضمن الحدود المذكورة.',
  },
  notices: {
    'addition-proposed-buyer': (p: About) => ({
      title: `يعرض البائع عملًا إضافيًا: ${p.title}`,
      body: `يعرض ${p.other} عملًا إضافيًا بمبلغ ${p.amount}. اقبله وادفعه من رصيدك، أو ارفضه، قبل ${p.until}. إن لم تجب انتهى العرض وبقي الطلب كما هو.`,
      action: 'اقرأ العرض',
    }),
    'addition-paid-seller': (p: About) => ({
      title: `زاد العمل في الطلب: ${p.title}`,
      body: `دفع ${p.other} مبلغ ${p.amount} لعمل إضافي، وهو في حساب الضمان. موعد التسليم الآن ${p.until}.`,
      action: open,
    }),
    'addition-paid-buyer': (p: About) => ({
      title: `أُضيف إلى طلبك: ${p.title}`,
      body: `دفعت ${p.amount} لعمل إضافي، وهي في حساب الضمان حتى تقبل العمل. موعد التسليم الآن ${p.until}.`,
      action: open,
    }),
    'addition-refused-seller': (p: About) => ({
      title: `لم يُقبل العمل الإضافي: ${p.title}`,
      body: `رفض ${p.other} ما عرضته. يبقى الطلب كما هو.`,
      action: open,
    }),
    'addition-withdrawn-buyer': (p: About) => ({
      title: `سُحب عرض العمل الإضافي: ${p.title}`,
      body: `سحب ${p.other} ما عرضه عليك. يبقى الطلب كما هو.`,
      action: open,
    }),
    'addition-silent': (p: About) => ({
      title: `انتهى عرض العمل الإضافي: ${p.title}`,
      body: 'لم يصل الجواب في مهلته، فانتهى العرض وبقي الطلب كما هو. لم يُدفع شيء.',
      action: open,
    }),
    'addition-answer-wanted': (p: About) => ({
      title: `عرض إضافي ينتظر جوابك: ${p.title}`,
      body: `إن لم تجب قبل ${p.until} انتهى العرض وبقي الطلب كما هو.`,
      action: 'أجب',
    }),
  },
  additions: {
    upgrades: 'أضف تطويرًا إلى الطلب',
    upgradesText: 'تُدفع الإضافة من رصيدك وتبقى في حساب الضمان حتى تقبل العمل، ويمتد موعد التسليم.',
    upgradesBack: 'إن أضفت الآن عاد الطلب إلى التنفيذ، وتقبل العمل كله حين يُسلَّم من جديد.',
    balance: (amount: string) => `رصيدك ${amount}.`,
    pay: (amount: string) => `أضف وادفع ${amount}`,
    agreeAndPay: (amount: string) => `اقبل وادفع ${amount} من رصيدك`,
    refuse: 'ارفض العرض',
    withdraw: 'اسحب العرض',
    missing: (amount: string) => `ينقص رصيدك ${amount}.`,
    topUp: 'اشحن رصيدك',
    moreDays: (n: number) =>
      arPlural(n, {
        zero: 'بلا أيام إضافية',
        one: 'يوم إضافي واحد',
        two: 'يومان إضافيان',
        few: '# أيام إضافية',
        many: '# يومًا إضافيًا',
        other: '# يوم إضافي',
      }),
    asked: (title: string, amount: string) => `يعرض البائع «${title}» بمبلغ ${amount}`,
    waits: (title: string, amount: string) => `عرضت «${title}» بمبلغ ${amount}`,
    until: (days: string, until: string) =>
      `${days}. ينتهي العرض ${until}، وإن لم يُجَب عنه بقي الطلب كما هو.`,
    backToWork: 'بالقبول يعود الطلب إلى التنفيذ، ثم يُسلَّم العمل كله من جديد.',
    propose: 'اعرض عملًا إضافيًا بمقابل',
    proposeText: (hours: string) =>
      `عمل خارج ما اشتُري، أو تعديل بعد التعديلات المشمولة. يدفعه المشتري إن قبل خلال ${hours} ساعة، ويبقى المبلغ في الضمان مع ثمن الطلب.`,
    title: 'ما الذي تضيفه؟',
    price: 'السعر',
    priceHint: (least: string, most: string) => `من ${least} إلى ${most}.`,
    days: 'كم يومًا يضيف إلى المدة؟',
    daysHint: (most: string) => `من 0 إلى ${most}.`,
    note: 'التفاصيل',
    send: 'أرسل العرض',
    added: 'أُضيف بعد الشراء',
    changesUsedUp:
      'استُنفدت التعديلات المشمولة. إن أردت تعديلًا آخر فراسل البائع ليعرضه عليك بمقابل.',
  },
};
