import {
  acceptSplit,
  answerDispute,
  appealSplit,
  CHECKS,
  type Complaint,
  openDispute,
  proposeSplit,
} from '#orders';
import type { Ctx } from '#platform/context';
import { memberAt, siteAt } from './act.ts';

/** How far each goes: the first ones wait for an answer, the last ones are over. */
const STORIES: readonly { kind: Complaint; acts: number; body: string; answer: string }[] = [
  {
    kind: 'incomplete',
    acts: 1,
    body: 'وصل ملف واحد، والاتفاق على ثلاثة ملفات مع المصدر.',
    answer: '',
  },
  { kind: 'defective', acts: 1, body: 'الملف لا يُفتح في البرنامج المذكور في الوصف.', answer: '' },
  {
    kind: 'not_as_ordered',
    acts: 2,
    body: 'طلبت ألوانًا هادئة وجاءت الألوان صارخة رغم التنبيه مرتين.',
    answer: 'غيّرت الألوان في التعديل الثاني كما طُلب، والملف في صفحة الطلب.',
  },
  {
    kind: 'defective',
    acts: 3,
    body: 'في النص أخطاء إملائية كثيرة بعد المراجعة.',
    answer: 'صحّحت ما أشار إليه المشتري، وبقيت أسماء أعلام كتبها بنفسه.',
  },
  {
    kind: 'incomplete',
    acts: 4,
    body: 'ينقص التسليم الملف المفتوح المذكور في الخدمة.',
    answer: 'الملف المفتوح ترقية لم تُشترَ.',
  },
  {
    kind: 'not_as_ordered',
    acts: 5,
    body: 'المقاس غير المقاس المطلوب في التعليمات.',
    answer: 'المقاس في التعليمات تغيّر بعد بدء العمل.',
  },
  {
    kind: 'defective',
    acts: 5,
    body: 'الصوت فيه تشويش في الدقيقة الثانية.',
    answer: 'التشويش في التسجيل الأصلي.',
  },
];

interface Row {
  id: string;
  buyer_id: string;
  seller_id: string;
  price_minor: bigint;
}

/** Disputes of orders completed in the last days, in every phase, by the site's own actions. */
export async function fillDisputes(
  ctx: Ctx,
  world: { judgeId: string; present: Date },
): Promise<void> {
  const { rows } = await ctx.pool.query<Row>(
    `select id, buyer_id, seller_id, price_minor from orders.orders
    where state = 'completed' and completed_at > $1 order by code limit $2`,
    [new Date(world.present.getTime() - 12 * 24 * 3_600_000), STORIES.length],
  );
  for (const [index, row] of rows.entries()) await tell(ctx, world, { row, index });
}

async function tell(
  ctx: Ctx,
  { judgeId, present }: { judgeId: string; present: Date },
  { row, index }: { row: Row; index: number },
): Promise<void> {
  const story = STORIES[index];
  if (!story) return;
  const on = { orderId: row.id };
  const price = BigInt(row.price_minor);
  const buyer = memberAt(ctx, present, { memberId: row.buyer_id, about: row.id });
  const seller = memberAt(ctx, present, { memberId: row.seller_id, about: row.id });
  const actor = { kind: 'member', memberId: judgeId, roles: ['support'] } as const;
  const judge: Ctx = { ...siteAt(ctx, present, `${judgeId}-${index}`), actor };
  const { kind, body, answer } = story;
  const steps = [
    () => openDispute(buyer, { ...on, kind, checks: CHECKS[kind], body, wantedMinor: price / 2n }),
    () => answerDispute(seller, { ...on, body: answer }),
    () =>
      proposeSplit(judge, {
        ...on,
        refundMinor: (price * 3n) / 10n,
        reason: 'في التسليم نقص عن الوصف، وما سُلِّم منه نافع للمشتري.',
      }),
    () =>
      story.acts === 4
        ? appealSplit(seller, { ...on, body: 'الوصف يذكر ما يُسلَّم في الباقة الأساسية.' })
        : acceptSplit(buyer, on),
    () => acceptSplit(seller, on),
  ];
  for (const step of steps.slice(0, story.acts)) await step();
}
