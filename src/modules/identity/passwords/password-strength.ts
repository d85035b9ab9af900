import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { InvalidInput } from '#platform/refusals';
import { commonArabic } from './common-arabic.texts.ts';

const MIN_LENGTH = 8;
const MAX_LENGTH = 128;
/** 0-4; from 2 on it takes over a million guesses, each of which costs what our hash costs. */
const WEAKEST_ALLOWED = 2;
/** The estimate grows with the square of the length; more does not make a password weaker. */
const LONGEST_JUDGED = 64;

const LONGEST_OWN = 254;

let judge: Promise<ZxcvbnFactory> | undefined;

/**
 * Refuses InvalidInput of `password`: password-too-short, -too-long or -weak (in lists of leaked
 * passwords, a keyboard row, a date, made of the member's own name or email). Offline (SPEC 1.1).
 */
export async function requireStrongPassword(
  password: string,
  own: readonly string[],
): Promise<void> {
  const fault = await passwordFault(password, own);
  if (fault) throw new InvalidInput({ password: fault });
}

async function passwordFault(
  password: string,
  own: readonly string[],
): Promise<string | undefined> {
  const length = Array.from(password).length;
  if (length < MIN_LENGTH) return 'password-too-short';
  if (length > MAX_LENGTH) return 'password-too-long';
  judge ??= openJudge();
  const words = own
    .map((text) => text.slice(0, LONGEST_OWN))
    .flatMap((text) => [text, ...text.split(/[\s@.]+/)])
    .filter((word) => word.length > 2);
  const { score } = (await judge).check(password.slice(0, LONGEST_JUDGED), words);
  return score < WEAKEST_ALLOWED ? 'password-weak' : undefined;
}

/** The lists weigh some megabytes: read at the first password, not at the start of the program. */
async function openJudge(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const { qwerty, azerty, keypad } = adjacencyGraphs;
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, arabic: [...commonArabic] },
    graphs: { qwerty, azerty, keypad },
  });
}
