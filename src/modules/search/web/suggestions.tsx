import { type CategoryTree, categoryPath, sellerPath } from '#catalogue';
import { formatNumber, localePath, type Reader } from '#platform/i18n';
import { searchWords } from '../locales/index.ts';
import type { Suggestion } from '../suggesting/suggest.ts';

/**
 * Completions as the options of a list box, for the box of whoever asked: HTML without a page around
 * it. Every option is a link, so it can be clicked as it is.
 */
export function SuggestionList(props: {
  reader: Reader;
  tree: CategoryTree;
  suggestions: readonly Suggestion[];
}) {
  const { reader, tree } = props;
  const words = searchWords(reader);
  return (
    <div
      class="suggestions"
      role="listbox"
      aria-label={words.suggestions}
      data-said={words.suggestionsSaid(props.suggestions.length)}
    >
      {props.suggestions.map((suggestion, index) => (
        <a
          key={index}
          id={`suggestion-${index}`}
          class={`suggestion suggestion-${suggestion.kind}`}
          href={localePath(reader.locale, addressOf(tree, suggestion))}
          role="option"
          aria-selected="false"
          tabindex={-1}
          data-text={suggestion.label}
        >
          <bdi>{suggestion.label}</bdi>
          {suggestion.kind !== 'query' && (
            <span class="suggestion-kind">{words.suggestionKinds[suggestion.kind]}</span>
          )}
          <span class="suggestion-count">{formatNumber(reader, suggestion.services)}</span>
        </a>
      ))}
    </div>
  );
}

function addressOf(tree: CategoryTree, { kind, label, target }: Suggestion): string {
  if (kind === 'seller') return sellerPath(target);
  const slug =
    kind === 'category' ? (tree.leafOf(target) ?? tree.groupOf(target))?.slug : undefined;
  return slug === undefined ? `/search?q=${encodeURIComponent(label)}` : categoryPath(slug);
}
