import { registerMember } from '#identity';
import type { Browser } from './browser.ts';
import type { TestServer } from './server.ts';

const password = 'khatam-saffron-71';

/** A new member of the server's world, signed in by the form. */
export async function aSignedIn(
  server: TestServer,
  email: string,
  displayName: string,
): Promise<{ memberId: string; browser: Browser }> {
  const { memberId } = await registerMember(server.ctx, { email, displayName, password });
  const browser = server.browser();
  await browser.open('/sign-in');
  await browser.post('/sign-in', { email, password });
  return { memberId, browser };
}
