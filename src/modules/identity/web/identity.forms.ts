import { InvalidInput } from '#platform/refusals';
import { z } from 'zod';

const email = z.string().min(1, 'required').max(254, 'invalid').pipe(z.email('invalid'));
const password = z.string().min(1, 'required').max(512, 'password-too-long');
const ticked = z.literal('on', { message: 'required' });

export const signUpForm = z.object({
  displayName: z.string().min(1, 'required').min(2).max(50).transform(oneLine),
  email,
  password,
  adult: ticked,
  consent: ticked,
});

export const signInForm = z.object({ email, password, next: z.string().optional() });

export const emailForm = z.object({ email });

export const newPasswordForm = z.object({ password });

export const changePasswordForm = z.object({ currentPassword: password, password });

// Another name than in the form above it on the page: a message leads to its own field.
export const changeEmailForm = z.object({ newEmail: email, ownPassword: password });

export const settingsForm = z.object({
  locale: z.enum(['ar', 'en']),
  timeZone: z.string(),
  digits: z.enum(['latn', 'arab']),
  calendar: z.enum(['gregory', 'islamic-umalqura']),
});

const listed = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .optional()
  .transform((codes) => [...new Set(codes ?? [])]);

export const profileForm = z.object({
  displayName: z.string().min(1, 'required').min(2).max(50).transform(oneLine),
  handle: z
    .string()
    .min(1, 'required')
    .transform((text) => text.toLowerCase()),
  headline: z.string().max(80).transform(oneLine),
  bio: z.string().max(1500),
  skills: z
    .string()
    .max(1000)
    .transform(skillsOf)
    .pipe(z.array(z.string().max(40, 'too-long')).max(15, 'too-many')),
  languages: listed.pipe(z.array(z.string().regex(/^[a-z]{2}$/)).max(8, 'too-many')),
  country: z
    .string()
    .regex(/^(?:[A-Z]{2})?$/)
    .transform((code) => code || undefined),
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** Skills as typed: parted by Arabic or Latin commas, each once. */
function skillsOf(text: string): string[] {
  const parts = text.split(/[،,;؛\n]/).map((part) => oneLine(part).trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/** Does the act; what its fields refuse comes back as codes, everything else is thrown on. */
export async function fieldErrorsOf(
  act: () => Promise<unknown>,
): Promise<Record<string, string> | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields;
    throw error;
  }
}
