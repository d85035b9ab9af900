import { formatDuration, intlTag } from '#platform/i18n';
import { usePage, useUiWords } from '../page-context.tsx';
import { DateTime } from '../text/date-time.tsx';

export interface CountdownProps {
  until: Date;
  /** When the time began, for the bar. */
  startedAt?: Date;
  /** «الوقت المتبقي للتسليم». */
  label?: string;
  /** Once over, tell how late it is rather than that time is up. */
  tellLate?: boolean;
}

/** The time left, large, with its bar; with JavaScript it runs by the page's clock. */
export function Countdown({ until, startedAt, label, tellLate }: CountdownProps) {
  const { reader, now } = usePage();
  const words = useUiWords();
  const leftMs = until.getTime() - now.getTime();
  const wholeMs = startedAt ? until.getTime() - startedAt.getTime() : 0;
  const late = tellLate ? words.lateBy(formatDuration(reader, -leftMs)) : words.timeOver;
  return (
    <div
      class={leftMs > 0 ? 'countdown' : 'countdown countdown-over'}
      data-island="countdown"
      data-until={until.toISOString()}
      data-now={now.toISOString()}
      data-locale={intlTag(reader)}
      data-over={words.timeOver}
    >
      <p class="countdown-label">{label ?? words.timeLeft}</p>
      <p class="countdown-figure">{leftMs > 0 ? formatDuration(reader, leftMs) : late}</p>
      {startedAt && wholeMs > 0 && (
        <progress
          max={wholeMs}
          value={Math.min(wholeMs, Math.max(0, wholeMs - leftMs))}
          aria-label={label ?? words.timeLeft}
        />
      )}
      <p class="countdown-at">
        <DateTime at={until} style="weekdayDateTime" />
      </p>
    </div>
  );
}
