export const en = {
  home: 'Home',
  title: 'Search',
  titleFor: (text: string) => `Results for “${text}”`,
  description:
    'Search the services of Hirfa: design, writing, translation, code, marketing and more.',
  ask: 'Write what you need in a word or two, such as: logo design.',
  popularQuestions: 'Often searched',
  popular: 'Often ordered',
  suggestions: 'Suggestions',
  suggestionKinds: { category: 'Category', seller: 'Seller' },
  best: 'Best match',
  emptyTitle: (text: string) => `No services match “${text}”`,
  emptyText: 'Check the spelling, try a more general word, or browse the categories.',
  emptyAction: 'Browse the categories',
  noMatchTitle: 'No results at this price or time',
  noMatchText: 'Your search has other results at another price or delivery time.',
  noMatchAction: 'Clear filters',
  refusals: {
    'search-weights-refused':
      'Give at least one weight between 0 and 1, and a reason of 10 to 500 letters.',
    'search-lexicon-line-refused': 'This line cannot be read, or the lexicon holds it already.',
  },
};
