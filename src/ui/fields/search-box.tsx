import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

export interface SearchBoxProps {
  /** Where the query goes, as `?q=` (default /search). */
  action?: string;
  value?: string;
  placeholder?: string;
  /** `hero` is the large one of the home page with its button. */
  look?: 'header' | 'hero';
  id?: string;
}

/** The site search: a GET form, so that the query is in the address. */
export function SearchBox(props: SearchBoxProps) {
  const page = usePage();
  const words = useUiWords();
  const { action = '/search', look = 'header', id = `search-${look}`, value } = props;
  return (
    <form
      class={`search-box search-${look}`}
      action={page.href(action)}
      method="get"
      role="search"
      data-island="suggest"
      data-suggestions={page.href(`${action}/suggestions`)}
      aria-label={look === 'hero' ? words.searchServices : undefined}
    >
      <label class="visually-hidden" for={id}>
        {words.searchButton}
      </label>
      {look === 'header' && <Icon name="search" />}
      <input
        id={id}
        class="search-input"
        type="search"
        name="q"
        dir="auto"
        maxLength={120}
        value={value}
        placeholder={props.placeholder ?? words.search}
        enterkeyhint="search"
      />
      {look === 'hero' && (
        <button type="submit" class="btn btn-primary">
          {words.searchButton}
        </button>
      )}
    </form>
  );
}
