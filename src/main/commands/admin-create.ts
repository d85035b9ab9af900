import { createInterface } from 'node:readline/promises';
import type { Ctx } from '#platform/context';
import { InvalidInput, Refusal } from '#platform/refusals';
import { createAdmin } from '../../modules/identity/module.ts';

/**
 * Makes the first admin: asks for what ADMIN_EMAIL, ADMIN_NAME and ADMIN_PASSWORD do not say
 * (the password by the environment or standard input only, never an argument).
 */
export async function adminCreate(ctx: Ctx): Promise<number> {
  const ask = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const email = process.env.ADMIN_EMAIL ?? (await ask.question('Email: '));
    const displayName = process.env.ADMIN_NAME ?? (await ask.question('Name: '));
    const password = process.env.ADMIN_PASSWORD ?? (await ask.question('Password: '));
    await createAdmin(ctx, { email: email.trim(), displayName: displayName.trim(), password });
    process.stdout.write(`${email.trim()} is an admin now.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const why = error instanceof InvalidInput ? JSON.stringify(error.fields) : error.code;
    process.stderr.write(`Not made: ${why}\n`);
    return 1;
  } finally {
    ask.close();
  }
}
