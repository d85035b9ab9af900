const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface DurationFormat {
  format(duration: Record<string, number>): string;
}
type DurationFormatClass = new (tag: string, options: { style: string }) => DurationFormat;

/** Runs the time left by the page's clock, not the device's, so that both sides see the same. */
export default function countdown(element: HTMLElement): void {
  const figure = element.querySelector('.countdown-figure');
  const bar = element.querySelector('progress');
  const { DurationFormat } = Intl as unknown as { DurationFormat?: DurationFormatClass };
  const { until = '', now = '', locale = 'ar', over = '' } = element.dataset;
  if (!figure || !DurationFormat) return;
  const format = new DurationFormat(locale, { style: 'long' });
  const endMs = Date.parse(until);
  const leadMs = Date.parse(now) - Date.now();
  if (endMs <= Date.parse(now)) return;

  const tick = () => {
    const leftMs = endMs - (Date.now() + leadMs);
    if (bar) bar.value = bar.max - Math.max(0, leftMs);
    if (leftMs <= 0) {
      figure.textContent = over;
      element.classList.add('countdown-over');
      return;
    }
    figure.textContent = format.format(parts(leftMs));
    setTimeout(tick, leftMs > HOUR_MS ? 30_000 : 1000);
  };
  tick();
}

/** The two largest units; seconds only in the last minutes. */
function parts(leftMs: number): Record<string, number> {
  const days = Math.floor(leftMs / DAY_MS);
  const hours = Math.floor((leftMs % DAY_MS) / HOUR_MS);
  const minutes = Math.floor((leftMs % HOUR_MS) / MINUTE_MS);
  const seconds = Math.floor((leftMs % MINUTE_MS) / 1000);
  if (days > 0) return hours > 0 ? { days, hours } : { days };
  if (hours > 0) return minutes > 0 ? { hours, minutes } : { hours };
  return minutes > 0 ? { minutes, seconds } : { seconds };
}
