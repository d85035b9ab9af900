/** A conversation before an order, as it goes on: question, answer, and what came of it. */
export interface TalkContent {
  /** Hours before the market's present at which it begins. */
  hoursAgo: number;
  question: string;
  answer: string;
  /** The buyer's last word. */
  reply?: string;
  request?: { body: string; wishedMinor: bigint; wishedDays: number };
  offer?: {
    title: string;
    scope: string;
    priceMinor: bigint;
    deliveryDays: number;
    end: 'open' | 'declined' | 'withdrawn';
  };
}

/** Conversations of the lively market, the first ones with the named buyer and seller of the demonstration. */
export const talks: readonly TalkContent[] = [
  {
    hoursAgo: 5,
    question: 'السلام عليكم. هل ينفع العمل لصفحة متجر، لا لحساب شخصي؟',
    answer: 'وعليكم السلام. نعم، وأحتاج منك إلى اسم المتجر وثلاثة أمثلة تعجبك.',
    reply: 'ممتاز. سأجهزها الليلة.',
    request: {
      body: 'أحتاج إلى العمل نفسه لثلاث صفحات معًا، بألوان واحدة وعناوين مختلفة.',
      wishedMinor: 4_500n,
      wishedDays: 6,
    },
  },
  {
    hoursAgo: 9,
    question: 'عندي عمل أكبر من المعروض في الخدمة، هل تقبله دفعة واحدة؟',
    answer: 'أقبله. أرسلت لك عرضًا فيه ما اتفقنا عليه بالتفصيل.',
    offer: {
      title: 'باقة كاملة على مقاس المشروع',
      scope:
        'العمل المذكور في الخدمة خمس مرات، بترتيب واحد وملف مصدر واحد، مع مراجعة أخيرة لكل جزء.',
      priceMinor: 8_500n,
      deliveryDays: 10,
      end: 'open',
    },
  },
  {
    hoursAgo: 26,
    question: 'كم مرة أستطيع أن أطلب تعديلًا بعد التسليم؟',
    answer: 'المذكور في الخدمة، وإن احتجت إلى أكثر أضفناه إلى الطلب بثمن يسير.',
    reply: 'واضح، شكرًا لك.',
  },
  {
    hoursAgo: 31,
    question: 'هل تسلّم الملفات المفتوحة أيضًا؟',
    answer: 'نعم، كلها. وهذا عرض خاص بما طلبت.',
    offer: {
      title: 'العمل مع الملفات المفتوحة',
      scope: 'كل ما في الخدمة، ومعه الملفات المفتوحة منظّمة ومسمّاة، وشرح قصير لاستعمالها.',
      priceMinor: 3_000n,
      deliveryDays: 4,
      end: 'declined',
    },
  },
  {
    hoursAgo: 52,
    question: 'أريد العمل قبل نهاية الأسبوع، هل تستطيع؟',
    answer: 'أستطيع إن وصلت التعليمات غدًا صباحًا. أرسلت لك عرضًا بهذا الموعد.',
    offer: {
      title: 'تسليم قبل نهاية الأسبوع',
      scope: 'ما في الخدمة كاملًا، يُسلَّم في ثلاثة أيام من وصول التعليمات، ومعه تعديل واحد.',
      priceMinor: 4_000n,
      deliveryDays: 3,
      end: 'withdrawn',
    },
  },
  {
    hoursAgo: 70,
    question: 'ما الفرق بين هذه الخدمة وخدمتك الأخرى؟',
    answer: 'هذه للبداية وتكفي أكثر الناس، والأخرى لمن عنده دليل هوية جاهز.',
    reply: 'إذن هذه ما أحتاجه.',
  },
  {
    hoursAgo: 90,
    question: 'هل تكتب الفاتورة باسم الشركة؟',
    answer: 'إيصال الدفع من الموقع فيه اسم حسابك، وسجل الطلب كله تنزّله وثيقة.',
  },
];
