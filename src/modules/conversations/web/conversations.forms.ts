import { z } from 'zod';

const key = z.string().max(100).optional();
const text = z.string().default('');
const ids = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])
  .transform((all) => all.filter((one) => one !== ''));

export const messageForm = z.object({ idempotencyKey: key, text, upload: ids });
export const askForm = messageForm.extend({ service: z.string().default('') });
export const switchForm = z.object({ on: z.enum(['yes', 'no']) });
export const habitsForm = z.object({
  automaticReply: text,
  awayReply: text,
  awayUntil: z.string().max(20).default(''),
});
export const quickReplyForm = z.object({ body: text });
