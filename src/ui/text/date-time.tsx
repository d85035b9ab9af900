import { type DateStyle, formatDate, formatRelative } from '#platform/i18n';
import { usePage } from '../page-context.tsx';

export interface DateTimeProps {
  at: Date;
  style?: DateStyle | 'relative';
  class?: string;
}

/** An instant in the reader's zone and calendar; `relative` is told against the page's clock, the full date on hover. */
export function DateTime({ at, style = 'date', class: extra }: DateTimeProps) {
  const { reader, now } = usePage();
  const relative = style === 'relative';
  return (
    <time
      dateTime={at.toISOString()}
      class={extra}
      title={relative ? formatDate(reader, at, 'dateTime') : undefined}
    >
      {relative ? formatRelative(reader, at, now) : formatDate(reader, at, style)}
    </time>
  );
}
