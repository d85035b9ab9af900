import { formatNumber } from '#platform/i18n';
import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

export interface PaginationProps {
  /** From 1. */
  page: number;
  pageCount: number;
  /** Address of a page, without language prefix. */
  hrefFor(page: number): string;
}

/** First, last, and two around the current; 0 stands for a gap. */
export function shownPages(page: number, pageCount: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pageCount];
  const numbers = [...new Set(wanted)].filter((n) => n >= 1 && n <= pageCount);
  return numbers.flatMap((n, index) => {
    const before = numbers[index - 1];
    if (before === undefined || n - before === 1) return [n];
    return n - before === 2 ? [n - 1, n] : [0, n];
  });
}

/** Pages of a long list, each with an address. Nothing when there is one. */
export function Pagination({ page, pageCount, hrefFor }: PaginationProps) {
  const { href, reader } = usePage();
  const words = useUiWords();
  if (pageCount <= 1) return null;
  return (
    <nav class="pagination" aria-label={words.pages}>
      {page > 1 && (
        <a class="page-step" href={href(hrefFor(page - 1))} rel="prev">
          <Icon name="chevron-left" />
          <span>{words.previous}</span>
        </a>
      )}
      <ul>
        {shownPages(page, pageCount).map((n, index) => (
          <li key={n || `gap-${index}`}>
            {n === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <a
                href={href(hrefFor(n))}
                aria-label={words.page(formatNumber(reader, n))}
                aria-current={n === page ? 'page' : undefined}
              >
                {formatNumber(reader, n)}
              </a>
            )}
          </li>
        ))}
      </ul>
      <span class="page-now" dir="ltr">
        {formatNumber(reader, page)} / {formatNumber(reader, pageCount)}
      </span>
      {page < pageCount && (
        <a class="page-step" href={href(hrefFor(page + 1))} rel="next">
          <span>{words.next}</span>
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  );
}
