import { z } from 'zod';

export const contactTopics = ['order', 'payment', 'account', 'service', 'report', 'other'] as const;

const ORDER_CODE = /^#?([0-9A-Za-z]{4})-?([0-9A-Za-z]{4})$/;

/** What one writes to the staff. The order number is as people copy it: with or without # and -. */
export const contactForm = z.object({
  name: z.string().min(1).max(60),
  email: z.string().min(1).max(254).pipe(z.email('invalid')),
  topic: z.string().min(1).pipe(z.enum(contactTopics, 'invalid')),
  order: z
    .string()
    .optional()
    .refine((text) => !text || ORDER_CODE.test(text), 'invalid')
    .transform((text) => text?.replace(ORDER_CODE, '#$1-$2').toUpperCase()),
  message: z.string().min(1).min(20).max(4_000),
  idempotencyKey: z.uuid('invalid'),
});
