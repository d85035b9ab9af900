import type { Person } from './person.ts';

/** Better than the site asks for. */
export const PASSWORD = 'سبع نخلات خلف البيت القديم';

/** Joins by the form, opens the mailed link from the outbox, and signs in. */
export async function join(
  person: Person,
  member: { displayName: string; email: string },
): Promise<void> {
  const { page } = person;
  await person.open('/sign-up');
  const form = person.form('/sign-up');
  await form.locator('[name=displayName]').fill(member.displayName);
  await form.locator('[name=email]').fill(member.email);
  await form.locator('[name=password]').fill(PASSWORD);
  await form.locator('[name=adult]').check();
  await form.locator('[name=consent]').check();
  await person.picture('sign-up');
  await person.send(form);
  const link = page.locator('main a[href*="/verify-email/"]');
  await person.openUntil(`/demo/outbox?to=${encodeURIComponent(member.email)}`, link);
  await person.picture('outbox');
  await person.press(link.first());
  await person.send(page.locator('main form').first());
  await signIn(person, member.email);
}

/** Signs in by the form; leads to the home page. */
export async function signIn(person: Person, email: string, password = PASSWORD): Promise<void> {
  if (!person.path().startsWith('/sign-in')) await person.open('/sign-in');
  const form = person.form('/sign-in');
  await form.locator('[name=email]').fill(email);
  await form.locator('[name=password]').fill(password);
  await person.send(form);
  if (person.path().startsWith('/sign-in')) throw new Error(`${email} was not let in`);
}

/** Opens a page; signs in anew where the session ended meanwhile. */
export async function openAs(person: Person, email: string, path: string): Promise<void> {
  await person.open(path);
  if (!person.path().startsWith('/sign-in')) return;
  await signIn(person, email);
  await person.open(path);
}
