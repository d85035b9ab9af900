import { declineOffer } from '#checkout';
import {
  askSeller,
  offerInTalk,
  requestInTalk,
  saveHabits,
  saveQuickReply,
  sendMessage,
} from '#conversations/testing';
import { listOwnCases, objectToContact } from '#trust/testing';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ctx } from '#platform/context';
import type { People } from './example-people.ts';
import type { World } from './world.ts';

/** A conversation of the buyer with the seller, with a file and answers of each kind. */
export interface ExampleTalks {
  conversation: string;
  fileId: string;
  /** A quick reply that the buyer saved. */
  reply: string;
  /** Offers of the seller: one waits, one was not accepted. */
  offer: string;
  declinedOffer: string;
  /** What the buyer asked for and waits for. */
  request: string;
  /** Messages of the buyer with something masked: as it came, and with an objection that waits. */
  contactCases: { asIs: string; objected: string };
}

/** Talks before an order through the actions. */
export async function someTalks(
  world: World,
  people: People,
  serviceId: string,
): Promise<ExampleTalks> {
  const buyer = world.as(people.memberId('buyer'));
  const seller = world.as(people.memberId('seller'));
  await saveHabits(seller, {
    automaticReply: 'أقرأ رسالتك اليوم وأجيبك.',
    awayReply: '',
    awayUntil: null,
  });
  await saveQuickReply(buyer, { body: 'شكرًا لك، أفكر وأعود إليك.' });
  const path = join(tmpdir(), `talk-${process.pid}.txt`);
  await writeFile(path, 'ألوان المشروع: أخضر وأزرق');
  const { conversationId } = await askSeller(buyer, {
    serviceId,
    body: 'هل تكتب على الشعار بالعربية والإنجليزية؟',
    files: [{ path, fileName: 'الألوان.txt' }],
    key: 'first',
  });
  await sendMessage(seller, { conversationId, body: 'نعم، باللغتين.', key: 'answer' });
  const terms = {
    conversationId,
    scope: 'شعار بالعربية والإنجليزية، مع دليل ألوان من صفحتين وبطاقة عمل بوجهين.',
    priceMinor: 12_000n,
    deliveryDays: 9,
    changesIncluded: 3,
    standsDays: 14,
    asksQuestions: true,
    says: (title: string) => `أرسلت عرضًا خاصًا: ${title}`,
  };
  const open = await offerInTalk(seller, { ...terms, title: 'هوية كاملة لمقهى', key: 'open' });
  const other = await offerInTalk(seller, { ...terms, title: 'شعار فقط', key: 'declined' });
  await declineOffer(buyer, { offerId: other.offerId, reason: 'أحتاج إلى الهوية كاملة.' });
  const { requestId } = await requestInTalk(buyer, {
    conversationId,
    body: 'أحتاج أيضًا إلى لافتة للمحل بعرض ثلاثة أمتار.',
    wishedMinor: 4_000n,
    wishedDays: 5,
    says: 'طلبت عملًا على مقاسي.',
  });
  const one = async (sql: string) => String((await world.ctx.pool.query(sql)).rows[0]?.id);
  return {
    conversation: conversationId,
    fileId: await one(`select f.file_id as id from messaging.message_files f
      join messaging.threads t on t.id = f.thread_id where t.subject_kind = 'service-talk' limit 1`),
    offer: open.offerId,
    declinedOffer: other.offerId,
    request: requestId,
    contactCases: await someMasked(buyer, conversationId),
    reply: await one('select id from conversations.quick_replies limit 1'),
  };
}

/** Two messages with something masked: one as it came, one that its writer objects to. */
async function someMasked(
  buyer: Ctx,
  conversationId: string,
): Promise<ExampleTalks['contactCases']> {
  const asIs = `مثال: https://${'khayt'.repeat(9)}.sa/x`;
  const mistaken = 'بريد المتجر على اللافتة shop@khayt.sa';
  for (const body of [asIs, mistaken]) {
    await sendMessage(buyer, { conversationId, body, key: body });
  }
  const { cases } = await listOwnCases(buyer);
  const idOf = (text: string) => cases.find(({ body }) => body === text)?.caseId ?? '';
  const objected = idOf(mistaken);
  await objectToContact(buyer, { caseId: objected, reason: 'هذا نص يُطبع على اللافتة.' });
  return { asIs: idOf(asIs), objected };
}
