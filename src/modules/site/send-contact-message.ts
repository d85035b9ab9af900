import { createHash } from 'node:crypto';
import { config } from '#config';
import { actorName, type Ctx, inTransaction } from '#platform/context';
import { spendTry } from '#platform/limits';
import { enqueueMail } from '#platform/mail';

/** SPEC 7.5: what one address may send to the staff in an hour. */
const CONTACT_LIMIT = { act: 'contact', points: 5, windowSeconds: 3_600 };
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const REFERENCE_LETTERS = 8;

export interface ContactMessage {
  name: string;
  email: string;
  /** In words, as the staff reads it. */
  topic: string;
  orderCode?: string;
  message: string;
  /** Address of the sender's connection, for the limit. */
  ip: string;
  /** Of the form: the same form sent twice is one message. */
  key: string;
}

/**
 * Mails a message of anybody, stranger or member, to the operator's support address. Answers the
 * reference number (`M-7F3K92QD`), the same one for the same key. Refuses TooMany.
 */
export async function sendContactMessage(
  ctx: Ctx,
  input: ContactMessage,
): Promise<{ reference: string }> {
  await spendTry(ctx, CONTACT_LIMIT, input.ip);
  const reference = referenceOf(`${actorName(ctx)} ${input.key}`);
  const lines = [
    `${reference} · ${input.topic}`,
    `${input.name} <${input.email}>`,
    ...(ctx.actor.kind === 'member' ? [`member ${ctx.actor.memberId}`] : []),
    ...(input.orderCode ? [`order ${input.orderCode}`] : []),
    '',
    input.message,
  ];
  const text = lines.join('\n');
  await inTransaction(ctx, (tx) =>
    enqueueMail(tx, {
      key: `contact:${reference}`,
      recipient: config.brand.supportEmail,
      subject: `[${reference}] ${input.topic}`,
      text,
      html: `<div dir="auto" style="white-space:pre-line">${escapeHtml(text)}</div>`,
    }),
  );
  return { reference };
}

/** Eight letters and digits that are not mistaken for each other, from the key alone. */
function referenceOf(key: string): string {
  const bytes = createHash('sha256').update(key).digest().subarray(0, REFERENCE_LETTERS);
  return `M-${[...bytes].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')}`;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
