import { z } from 'zod';

/** The buttons of the page, in hours: an hour, a day, three days, a fortnight. */
export const clockStepHours = [1, 24, 72, 336] as const;

const YEAR_HOURS = 8_760;
const EASTERN_DIGITS = /[٠-٩]/g;

/** Whole hours, in either kind of digits. */
export const clockForm = z.object({
  hours: z
    .string()
    .min(1, 'required')
    .transform((text) =>
      text.replace(EASTERN_DIGITS, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit))),
    )
    .pipe(z.string().regex(/^\d{1,4}$/, 'invalid'))
    .transform(Number)
    .pipe(z.number().int('invalid').min(1, 'invalid').max(YEAR_HOURS, 'invalid')),
});
