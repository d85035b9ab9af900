import { formatNumber } from '#platform/i18n';
import { Icon, type IconName } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

export interface BellProps {
  href: string;
  count: number;
  label?: string;
  icon?: IconName;
}

/** A link to what is new, with how many. */
export function Bell({ href, count, label, icon = 'bell' }: BellProps) {
  const page = usePage();
  const words = useUiWords();
  const shown = count > 99 ? '99+' : formatNumber(page.reader, count);
  const name = label ?? words.notices;
  return (
    <a
      class="bell icon-btn"
      href={page.href(href)}
      aria-label={count > 0 ? `${name} (${shown})` : name}
    >
      <Icon name={icon} />
      {count > 0 && (
        <span class="count" aria-hidden="true">
          {shown}
        </span>
      )}
    </a>
  );
}
