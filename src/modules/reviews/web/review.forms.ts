import { z } from 'zod';

/** Fields that the forms of reviews send; what they mean is judged by the actions. */
const star = z
  .string()
  .regex(/^[1-5]$/, { message: 'stars-needed' })
  .transform(Number)
  .optional();
const text = z.string().default('');

export const reviewForm = z.object({
  idempotencyKey: z.string().max(100).optional(),
  quality: star,
  communication: star,
  onTime: star,
  stars: star,
  body: text,
});
export const answerForm = z.object({ answer: text });
export const appealForm = z.object({ reason: text });
