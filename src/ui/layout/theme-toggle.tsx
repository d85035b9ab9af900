import { Form } from '../actions/form.tsx';
import { Icon, type IconName } from '../icons/icon.tsx';
import { type Theme, usePage, useUiWords } from '../page-context.tsx';
import { sitePaths } from './site-paths.ts';

const ICONS: Record<Theme, IconName> = { auto: 'monitor', light: 'sun', dark: 'moon' };

/** Auto, light or dark: posts `theme` and `returnTo`; with JavaScript the page changes at once. */
export function ThemeToggle() {
  const page = usePage();
  const words = useUiWords();
  const labels: Record<Theme, string> = {
    auto: words.themeAuto,
    light: words.themeLight,
    dark: words.themeDark,
  };
  return (
    <Form action={sitePaths.appearance} island="theme" class="theme-form">
      <input type="hidden" name="returnTo" value={page.path} />
      <div class="theme-toggle" role="group" aria-label={words.appearance}>
        {(['auto', 'light', 'dark'] as const).map((theme) => (
          <button
            key={theme}
            type="submit"
            name="theme"
            value={theme}
            aria-pressed={page.theme === theme ? 'true' : 'false'}
          >
            <Icon name={ICONS[theme]} />
            <span>{labels[theme]}</span>
          </button>
        ))}
      </div>
    </Form>
  );
}
