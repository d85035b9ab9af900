import { isUuid } from '#platform/ids';
import { z } from 'zod';

const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()).filter(isUuid).slice(0, 20));

/** What the service's page sends: the choice, in the address. */
export const choiceForm = z.object({
  service: z.string().default(''),
  offer: z.string().optional(),
  upgrade: ids,
  quantity: z.coerce.number().int().min(1).max(100).catch(1),
});

/** The order to buy: the choice again, the price that was shown, and how to pay. */
export const buyForm = choiceForm.extend({
  shownPriceMinor: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(BigInt),
  method: z.enum(['balance', 'gateway', 'mixed'], { message: 'method' }),
  shownDays: z.coerce.number().int().min(1).max(10_000).optional(),
  shownBalanceMinor: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(BigInt)
    .optional(),
  // No colon: keys of the house's own purchases carry one.
  idempotencyKey: z.string().regex(/^[\w-]{1,100}$/),
});

export type Method = z.output<typeof buyForm>['method'];
