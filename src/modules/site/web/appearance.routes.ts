import { ownPath } from '#identity';
import type { Ctx } from '#platform/context';
import { cookieLine, formValues, post, seeOther } from '#platform/http';

const YEAR_SECONDS = 365 * 86_400;
const NO_TOKEN = 'sets the colours of this browser and nothing else';

export const appearanceRoutes = [
  post('/appearance', { access: 'public', withoutToken: NO_TOKEN }, ({ ctx, body }) => {
    const { theme, returnTo } = formValues(body);
    return seeOther(ownPath(returnTo), { cookies: [{ line: themeCookie(ctx, theme) }] });
  }),
];

/** `light` and `dark` are kept for a year; anything else forgets the choice, and the device decides. */
function themeCookie(ctx: Ctx, theme: unknown): string {
  const secure = ctx.site.publicUrl.startsWith('https:');
  if (theme === 'light' || theme === 'dark') {
    return cookieLine({ secure }, { name: 'theme', value: theme, maxAgeSeconds: YEAR_SECONDS });
  }
  return cookieLine({ secure }, { name: 'theme', value: '', maxAgeSeconds: 0 });
}
