import { latinDigits, parseMoneyInput } from '#platform/money';
import { z } from 'zod';

/** Fields that the forms of an order's room send; what they mean is judged by the actions. */
const key = z.string().max(100).optional();
const text = z.string().default('');

/** What is typed as a whole number; anything else becomes one that no rule takes. */
const whole = text.transform((typed) => {
  const plain = latinDigits(typed).trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : -1;
});
/** Cents as a page showed them. */
const shownMinor = z
  .string()
  .regex(/^\d{1,12}$/, 'invalid')
  .transform(BigInt);

export const keyForm = z.object({ idempotencyKey: key });
export const requirementsForm = z.object({ idempotencyKey: key, note: text });
export const messageForm = z.object({ idempotencyKey: key, text });
export const deliveryForm = z.object({
  idempotencyKey: key,
  note: text,
  aiUsed: z.literal('on').optional(),
  aiNote: text,
});
export const changeForm = z.object({ idempotencyKey: key, body: text });
export const reasonForm = z.object({ idempotencyKey: key, reason: text });
export const extensionForm = z.object({
  idempotencyKey: key,
  reason: text,
  days: z.coerce.number({ message: 'invalid' }),
});
export const answerForm = z.object({ idempotencyKey: key, agreed: z.enum(['yes', 'no']) });
export const upgradeForm = z.object({
  idempotencyKey: key,
  upgrade: text,
  shownPriceMinor: shownMinor,
  shownDays: whole,
});
export const additionForm = z.object({
  idempotencyKey: key,
  title: text,
  note: text,
  price: text.transform((typed) => parseMoneyInput(typed) ?? -1n),
  days: whole,
});
export const additionAnswerForm = z.object({
  idempotencyKey: key,
  ask: text,
  agreed: z.enum(['yes', 'no']),
});
