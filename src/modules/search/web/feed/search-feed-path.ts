/** What is new among the answers of a query. */
export function searchFeedPath(text: string): string {
  return `/search.rss?q=${encodeURIComponent(text)}`;
}
