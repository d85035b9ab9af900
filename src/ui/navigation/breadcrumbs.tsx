import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

export interface Crumb {
  label: string;
  /** None for the page itself. */
  href?: string;
}

/** Where this page is; the last one is the page itself. */
export function Breadcrumbs(props: { items: readonly Crumb[] }) {
  const page = usePage();
  const words = useUiWords();
  return (
    <nav class="crumbs" aria-label={words.breadcrumbs}>
      <ol>
        {props.items.map((item, index) => (
          <li key={item.label}>
            {index > 0 && <Icon name="chevron-right" />}
            {item.href ? (
              <a href={page.href(item.href)}>
                <bdi>{item.label}</bdi>
              </a>
            ) : (
              <bdi aria-current="page">{item.label}</bdi>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
