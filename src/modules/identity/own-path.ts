import { barePath } from '#platform/i18n';

/**
 * Where to go after signing in: a path of this site without its language prefix, else the home
 * page. Whatever a browser could take for another site's address is not a path of ours.
 */
export function ownPath(wish: unknown): string {
  if (typeof wish !== 'string' || wish.length > 2000 || !wish.startsWith('/')) return '/';
  const bare = withoutPrefix(wish);
  if (/^\/[/\\]/.test(bare) || /[\\\u0000-\u0020\u007f]/.test(bare)) return '/';
  try {
    decodeURI(bare);
    return new URL(bare, 'http://own.invalid').origin === 'http://own.invalid' ? bare : '/';
  } catch {
    return '/';
  }
}

/** `/en/en//x` loses every prefix, or the next one that strips would uncover `//x`. */
function withoutPrefix(path: string): string {
  const bare = barePath(path);
  return bare === path ? bare : withoutPrefix(bare);
}
