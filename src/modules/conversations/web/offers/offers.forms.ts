import { latinDigits, parseMoneyInput } from '#platform/money';
import { z } from 'zod';

const text = z.string().default('');

/** What is typed as a whole number; anything else becomes one that no rule takes. */
const whole = text.transform((typed) => {
  const plain = latinDigits(typed).trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : -1;
});

/** Cents of what is typed; a sum below every rule where it is none. */
const cents = text.transform((typed) => parseMoneyInput(typed) ?? -1n);

export const offerForm = z.object({
  idempotencyKey: z.string().min(1).max(100).catch(''),
  request: z.string().optional(),
  title: text,
  scope: text,
  price: cents,
  days: whole,
  changes: whole,
  stands: whole,
  asks: z.string().optional(),
});

export const requestForm = z.object({
  body: text,
  price: text.transform((typed) =>
    typed.trim() === '' ? undefined : (parseMoneyInput(typed) ?? -1n),
  ),
  days: text.transform((typed) => {
    const plain = latinDigits(typed).trim();
    if (plain === '') return undefined;
    return /^\d{1,4}$/.test(plain) ? Number(plain) : -1;
  }),
});

export const reasonForm = z.object({ reason: text });
