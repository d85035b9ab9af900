import { isUuid } from '#platform/ids';
import { z } from 'zod';

const money = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(BigInt);

/** A line as the page showed it: service, cents, days. */
const shown = z
  .string()
  .regex(/^[0-9a-f-]{36}\.\d{1,12}\.\d{1,5}$/)
  .transform((text) => {
    const [serviceId = '', price = '0', days = '1'] = text.split('.');
    return { serviceId, priceMinor: BigInt(price), deliveryDays: Number(days) };
  })
  .refine(({ serviceId }) => isUuid(serviceId));

export const payForm = z.object({
  line: z
    .union([shown, z.array(shown).max(20)])
    .optional()
    .transform((lines) => (lines === undefined ? [] : [lines].flat())),
  shownBalanceMinor: money,
  method: z.enum(['balance', 'gateway', 'mixed'], { message: 'method' }),
  // No colon: keys of the house's own purchases carry one.
  idempotencyKey: z.string().regex(/^[\w-]{1,100}$/),
});
