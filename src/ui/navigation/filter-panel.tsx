import type { ComponentChildren } from 'preact';
import { Button } from '../actions/button.tsx';
import { LinkButton } from '../actions/link-button.tsx';
import { Icon } from '../icons/icon.tsx';
import { usePage, useUiWords } from '../page-context.tsx';

export interface FilterPanelProps {
  /** Address of the list; the form sends the filters as its query. */
  action: string;
  /** Where all filters are off. */
  clearHref: string;
  activeCount: number;
  /** Fields, and hidden ones for what must stay (the query). */
  children: ComponentChildren;
  id?: string;
}

/** Filters beside a list; on a phone a sheet behind one button (popover, no JavaScript needed). */
export function FilterPanel(props: FilterPanelProps) {
  const page = usePage();
  const words = useUiWords();
  const { id = 'filters', activeCount } = props;
  return (
    <div class="filter-panel">
      <button
        type="button"
        class="btn btn-secondary filter-open"
        popovertarget={id}
        data-part="filter-open"
      >
        <Icon name="sliders-horizontal" />
        {words.filters}
        {activeCount > 0 && (
          <span class="count" role="img" aria-label={words.filtersOn(activeCount)}>
            {activeCount}
          </span>
        )}
      </button>
      <div id={id} popover="auto" class="filter-sheet">
        <form action={page.href(props.action)} method="get" data-part="filters" noValidate>
          <div class="filter-head">
            <h2>{words.filters}</h2>
            <button
              type="button"
              class="icon-btn filter-close"
              popovertarget={id}
              popovertargetaction="hide"
              aria-label={words.close}
            >
              <Icon name="x" />
            </button>
          </div>
          {props.children}
          <div class="filter-foot">
            <Button block>{words.showResults}</Button>
            {activeCount > 0 && (
              <LinkButton kind="quiet" block href={props.clearHref}>
                {words.clearFilters}
              </LinkButton>
            )}
          </div>
        </form>
      </div>
    </div>
  );
}
