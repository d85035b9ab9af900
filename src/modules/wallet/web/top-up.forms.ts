import { parseMoneyInput } from '#platform/money';
import { z } from 'zod';

/** Bounds of one top-up, USD cents. */
export const TOP_UP_MIN_MINOR = 100n;
export const TOP_UP_MAX_MINOR = 100_000n;

/** The amount as typed (Arabic-Indic digits too) → USD cents; between the bounds. */
export const topUpForm = z.object({
  amount: z
    .string({ message: 'required' })
    .min(1, 'required')
    .transform((text, context) => {
      const amountMinor = parseMoneyInput(text);
      if (amountMinor === undefined) context.addIssue({ code: 'custom', message: 'invalid' });
      else if (amountMinor < TOP_UP_MIN_MINOR)
        context.addIssue({ code: 'custom', message: 'too-small' });
      else if (amountMinor > TOP_UP_MAX_MINOR)
        context.addIssue({ code: 'custom', message: 'too-big' });
      return amountMinor ?? 0n;
    }),
  idempotencyKey: z.string().max(100).optional(),
  /** Sent by the second step, when the fee was shown. */
  confirmed: z.string().optional(),
});
