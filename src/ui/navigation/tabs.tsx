import { formatNumber } from '#platform/i18n';
import { usePage } from '../page-context.tsx';

export interface TabItem {
  href: string;
  label: string;
  count?: number;
  current?: boolean;
}

/** Views of one thing, each with an address. */
export function Tabs(props: { label: string; items: readonly TabItem[] }) {
  const page = usePage();
  return (
    <nav class="tabs" aria-label={props.label}>
      <ul>
        {props.items.map((item) => (
          <li key={item.href}>
            <a href={page.href(item.href)} aria-current={item.current ? 'page' : undefined}>
              {item.label}
              {item.count !== undefined && (
                <span class="count">{formatNumber(page.reader, item.count)}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
