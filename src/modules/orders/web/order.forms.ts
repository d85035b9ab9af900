import { z } from 'zod';

/** Fields that the forms of an order's room send; what they mean is judged by the actions. */
const key = z.string().max(100).optional();
const text = z.string().default('');

export const keyForm = z.object({ idempotencyKey: key });
export const requirementsForm = z.object({ idempotencyKey: key, note: text });
export const messageForm = z.object({ idempotencyKey: key, text });
export const deliveryForm = z.object({
  idempotencyKey: key,
  note: text,
  aiUsed: z.literal('on').optional(),
});
export const changeForm = z.object({ idempotencyKey: key, body: text });
export const reasonForm = z.object({ idempotencyKey: key, reason: text });
export const extensionForm = z.object({
  idempotencyKey: key,
  reason: text,
  days: z.coerce.number({ message: 'invalid' }),
});
export const answerForm = z.object({ idempotencyKey: key, agreed: z.enum(['yes', 'no']) });
