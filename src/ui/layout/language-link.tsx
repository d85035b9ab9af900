import { localePath } from '#platform/i18n';
import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

/** The same page in the other language. */
export function LanguageLink(props: { class?: string }) {
  const { reader, path } = usePage();
  const words = useUiWords();
  const other = reader.locale === 'ar' ? 'en' : 'ar';
  return (
    <a
      class={props.class}
      href={localePath(other, path)}
      hreflang={other}
      lang={other}
      rel="alternate"
    >
      <Icon name="languages" />
      {words.otherLanguage}
    </a>
  );
}
