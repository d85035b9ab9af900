import { randomUUID } from 'node:crypto';
import { addToCart, buyFromBalance } from '#checkout';
import {
  acceptDelivery,
  acceptSplit,
  answerAddition,
  answerDispute,
  appealSplit,
  askRefund,
  CHECKS,
  openDispute,
  proposeAddition,
  proposeSplit,
  askCancellation,
  askExtension,
  askForChange,
  cancelOrder,
  deliver,
  deliverPart,
  getOrderRoom,
  type OrderState,
  prolongAcceptance,
  sendOrderMessage,
  submitRequirements,
  sweepOrderTimers,
} from '#orders';
import type { Ctx } from '#platform/context';
import { askAppeal, listAppeals, writeReview } from '#reviews';
import { aPicture, PDF, someFiles } from './example-files.ts';
import type { People } from './example-people.ts';
import type { ExampleServices } from './example-services.ts';
import type { World } from './world.ts';

/** One order in each state, and with each thing that can be asked in it. */
export const EXAMPLE_ORDERS = {
  closed: 'closed',
  completed: 'completed',
  late: 'in_progress',
  awaiting: 'awaiting_requirements',
  working: 'in_progress',
  extensionAsked: 'in_progress',
  cancellationAsked: 'in_progress',
  changesAsked: 'in_progress',
  additionProposed: 'in_progress',
  additionPaid: 'in_progress',
  partDelivered: 'in_progress',
  delivered: 'delivered',
  prolonged: 'delivered',
  cancelled: 'cancelled',
  disputed: 'disputed',
  answered: 'disputed',
  proposed: 'disputed',
  appealed: 'disputed',
  judged: 'closed',
  refundAsked: 'delivered',
} as const satisfies Record<string, OrderState>;

export type ExampleOrder = keyof typeof EXAMPLE_ORDERS;

export interface ExampleOrders {
  id(order: ExampleOrder): string;
  /** A file in the room of the order that is being worked on. */
  fileId: string;
  /** A picture of the delivery that waits for its answer. */
  pictureId: string;
  /** An appeal against a review that waits for the staff. */
  appealId: string;
}

// Long, and nowhere to break: a narrow page must bear it.
const LONG_LINK = `https://example.com/${'folder-of-the-brand-with-a-long-name/'.repeat(4)}logo_final_v12.ai`;

/** Places the orders from the balance; moves the clock on, past the guarantee of the oldest. */
export async function someOrders(
  world: World,
  people: People,
  services: ExampleServices,
): Promise<ExampleOrders> {
  const buyer = world.as(people.memberId('buyer'));
  const seller = world.as(people.memberId('seller'));
  const shop = await aShop(world, { buyer, seller, services });
  const ids = new Map<ExampleOrder, string>();
  const open = async (order: ExampleOrder, upgraded = true) => {
    const orderId = await shop.buy(upgraded);
    ids.set(order, orderId);
    return orderId;
  };
  await shop.complete(await open('closed'));
  const appealId = await bothReviewed(ids.get('closed') ?? missing('order'), { buyer, seller });
  world.clock.advance(15 * 24 * 3_600_000);
  await sweepOrderTimers(world.ctx, world.clock.now());
  await shop.begin(await open('late'));
  world.clock.advance(5 * 24 * 3_600_000);
  await shop.complete(await open('completed'));
  await writeReview(buyer, opinion(ids.get('completed') ?? missing('order')));
  await open('awaiting');
  const working = await open('working');
  await shop.begin(working);
  await shop.talk(working);
  const extension = await open('extensionAsked');
  await shop.begin(extension);
  await askExtension(seller, { orderId: extension, days: 2, reason: 'أحتاج إلى يومين إضافيين' });
  const cancellation = await open('cancellationAsked');
  await shop.begin(cancellation);
  await askCancellation(seller, { orderId: cancellation, reason: 'ظرف طارئ' });
  await someAdditions({ buyer, seller }, async (order) => {
    const orderId = await open(order, false);
    await shop.begin(orderId);
    return orderId;
  });
  const partly = await open('partDelivered');
  await shop.begin(partly);
  await shop.deliverPart(partly);
  const changes = await open('changesAsked');
  await shop.deliver(changes);
  await askForChange(buyer, { orderId: changes, body: 'كبّر الاسم قليلًا وغيّر اللون' });
  await shop.deliver(await open('delivered'));
  const prolonged = await open('prolonged');
  await shop.deliver(prolonged);
  await prolongAcceptance(buyer, { orderId: prolonged });
  await cancelOrder(buyer, { orderId: await open('cancelled') });
  const { serviceId } = services.sellable;
  await addToCart(buyer, { serviceId, upgradeIds: [], quantity: 1 });
  await someDisputes(world, { buyer, seller, people }, async (order) => {
    const orderId = await open(order);
    await shop.deliver(orderId);
    return orderId;
  });
  const id = (order: ExampleOrder) => ids.get(order) ?? missing(order);
  const pictureId = await shop.pictureOf(id('delivered'));
  return { id, appealId, pictureId, fileId: await shop.fileOf(working) };
}

const opinion = (orderId: string) => ({
  orderId,
  quality: 5,
  communication: 4,
  onTime: 2,
  body: `عمل متقن، وتأخر قليلًا. ${LONG_LINK}`,
  key: randomUUID(),
});

/** Both sides have rated each other; the buyer appeals, the seller has not answered yet. */
async function bothReviewed(
  orderId: string,
  { buyer, seller }: Pick<Sides, 'buyer' | 'seller'>,
): Promise<string> {
  await writeReview(buyer, opinion(orderId));
  await writeReview(seller, { orderId, stars: 2, body: 'غيّر رأيه كثيرًا', key: randomUUID() });
  await askAppeal(buyer, { orderId, reason: 'كلام غير صحيح' });
  const staff = { ...buyer, actor: { kind: 'system', name: 'example' } } as const;
  return (await listAppeals(staff)).waiting[0]?.appealId ?? missing('appeal');
}

/** An extra that waits for an answer, and one that was paid. */
async function someAdditions(
  { buyer, seller }: Pick<Sides, 'buyer' | 'seller'>,
  open: (order: ExampleOrder) => Promise<string>,
): Promise<void> {
  const extra = { title: 'نموذج رابع بألوان الشتاء', priceMinor: 1_200n, days: 2 };
  const propose = async (order: ExampleOrder) => {
    const orderId = await open(order);
    await proposeAddition(seller, { orderId, ...extra, note: `كما في: ${LONG_LINK}` });
    return orderId;
  };
  await propose('additionProposed');
  const orderId = await propose('additionPaid');
  const { asks } = await getOrderRoom(buyer, orderId);
  await answerAddition(buyer, { orderId, askId: asks[0]?.askId ?? '', agreed: true });
}

/** Disputes in every phase, and a refund that waits for an answer. */
async function someDisputes(
  world: World,
  { buyer, seller, people }: Pick<Sides, 'buyer' | 'seller'> & { people: People },
  open: (order: ExampleOrder) => Promise<string>,
): Promise<void> {
  const judge = world.as(people.memberId('support'), ['support']);
  const another = world.as(people.memberId('admin'), ['support']);
  const body = 'الشعار الثالث نسخة من الأول بلون آخر، والتعليمات طلبت ثلاثة نماذج مختلفة.';
  const claim = { kind: 'not_as_ordered', checks: CHECKS.not_as_ordered, body } as const;
  const dispute = async (order: ExampleOrder) => {
    const orderId = await open(order);
    await openDispute(buyer, { orderId, ...claim, wantedMinor: 1_000n });
    return orderId;
  };
  const answer = async (order: ExampleOrder) => {
    const orderId = await dispute(order);
    await answerDispute(seller, { orderId, body: 'النماذج الثلاثة مختلفة في البناء لا في اللون.' });
    return orderId;
  };
  const propose = async (order: ExampleOrder, by = judge) => {
    const orderId = await answer(order);
    const reason = 'نموذجان من ثلاثة كما طُلب.';
    await proposeSplit(by, { orderId, refundMinor: 700n, reason });
    return orderId;
  };
  await dispute('disputed');
  await answer('answered');
  await propose('proposed');
  const appealed = await propose('appealed', another);
  await appealSplit(seller, { orderId: appealed, body: 'النموذج الثالث مختلف.' });
  const judged = await propose('judged');
  await acceptSplit(buyer, { orderId: judged });
  await acceptSplit(seller, { orderId: judged });
  const refund = await open('refundAsked');
  await askRefund(buyer, { orderId: refund, amountMinor: 300n, reason: 'تأخر يومًا' });
}

interface Sides {
  buyer: Ctx;
  seller: Ctx;
  services: ExampleServices;
}

/** What happens to an order again and again. */
async function aShop(_world: World, { buyer, seller, services }: Sides) {
  const aFile = await someFiles();
  const { sellable } = services;
  const upgrade = sellable.upgrades[0] ?? missing('upgrade');
  const [text] = sellable.requirements;
  const buy = async (upgraded: boolean) => {
    const { orderId } = await buyFromBalance(buyer, {
      serviceId: sellable.serviceId,
      upgradeIds: upgraded ? [upgrade.upgradeId] : [],
      quantity: 1,
      shownPriceMinor: sellable.basePriceMinor + (upgraded ? upgrade.priceMinor : 0n),
      key: randomUUID(),
    });
    return orderId;
  };
  const begin = async (orderId: string) => {
    const answers = { [text?.questionId ?? '']: `مقهى النخلة ${LONG_LINK}` };
    await submitRequirements(buyer, { orderId, answers, note: 'أحب البساطة', files: {} });
  };
  const handIn = async (orderId: string) => {
    await begin(orderId);
    const files = [
      await aFile('النماذج الأولية - logo_drafts_for_the_palm_cafe_2026_final_final.pdf', PDF),
      await aFile('palm.png', await aPicture(320)),
    ];
    await deliver(seller, { orderId, note: 'هذه النماذج الثلاثة', files, aiUsed: false });
  };
  return {
    buy,
    begin,
    deliver: handIn,
    async deliverPart(orderId: string) {
      const files = [await aFile('first-draft.png', await aPicture(320))];
      const ai = { aiUsed: true, aiNote: 'خلفية المسودة' };
      await deliverPart(seller, { orderId, note: 'النموذج الأول', files, ...ai });
    },
    async complete(orderId: string) {
      await handIn(orderId);
      await acceptDelivery(buyer, { orderId });
    },
    async talk(orderId: string) {
      const files = [await aFile('sketch.png', await aPicture(320))];
      const body = `أرفقت رسمًا سريعًا.\n\n${LONG_LINK}`;
      await sendOrderMessage(buyer, { orderId, body, files, key: randomUUID() });
      const answer = 'وصلني، شكرًا! I will begin with the Latin lettering.';
      await sendOrderMessage(seller, { orderId, body: answer, key: randomUUID() });
    },
    async pictureOf(orderId: string) {
      const { files } = await getOrderRoom(buyer, orderId);
      return files.find(({ kind }) => kind === 'image')?.fileId ?? missing('picture');
    },
    async fileOf(orderId: string) {
      const room = await getOrderRoom(buyer, orderId);
      const fileId = /"fileId":"([^"]+)"/.exec(JSON.stringify(room, plain))?.[1];
      return fileId ?? missing('file');
    },
  };
}

const plain = (_key: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value);

function missing(what: string): never {
  throw new Error(`the example world has no ${what}`);
}
