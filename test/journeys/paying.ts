import type { Person } from './person.ts';

export type Outcome = 'success' | 'three-d-secure' | 'decline' | 'delay';
export type Delivery = 'now' | 'late' | 'twice' | 'out-of-order' | 'never';

/** Asks for a top-up and confirms the fee: ends on the gateway's hosted page. */
export async function askTopUp(person: Person, amount: string): Promise<void> {
  await person.open('/wallet/top-up');
  await person.form('/wallet/top-up').locator('[name=amount]').fill(amount);
  await person.send(person.form('/wallet/top-up'));
  await person.picture('top-up-summary');
  await person.send(person.form('/wallet/top-up'));
  if (!person.path().startsWith('/sandbox/pay/')) throw new Error(`led to ${person.path()}`);
}

/** Decides on the hosted page what happens; ends where the gateway sends the payer. */
export async function decide(
  person: Person,
  wish: { outcome: Outcome; delivery?: Delivery; closeTab?: boolean },
): Promise<void> {
  const form = person.page.locator('main form');
  await form.locator(`[name=outcome][value=${wish.outcome}]`).check();
  await form.locator(`[name=delivery][value=${wish.delivery ?? 'now'}]`).check();
  await person.picture('hosted-page');
  const button = wish.closeTab ? form.locator('[name=closed]') : form.locator('button').first();
  await person.press(button);
  if (wish.outcome !== 'three-d-secure') return;
  await person.page.locator('main form [name=code]').fill('1234');
  await person.picture('three-d-secure');
  await person.send(person.page.locator('main form'));
}
