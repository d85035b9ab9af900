import { formatNumber } from '#platform/i18n';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

export interface BellProps {
  href: string;
  count: number;
  label?: string;
  icon?: IconName;
  /** A stream that says how many there are as often as that changes. */
  source?: string;
}

/** A link to what is new, with how many. */
export function Bell({ href, count, label, icon = 'bell', source }: BellProps) {
  const page = usePage();
  const words = useUiWords();
  return (
    <a
      class="bell icon-btn"
      href={page.href(href)}
      data-island={source && 'bell'}
      data-source={source && page.href(source)}
    >
      <Icon name={icon} />
      <span class="visually-hidden">{label ?? words.notices}</span>
      {count > 0 && (
        <span class="count">{count > 99 ? '99+' : formatNumber(page.reader, count)}</span>
      )}
      {source && <span class="visually-hidden" role="status" />}
    </a>
  );
}
