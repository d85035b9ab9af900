import { enPlural } from '#platform/i18n';
import { enDesk } from './en-desk.ts';
import { enRanking } from './en-ranking.ts';
import { days, services } from './en-counts.ts';

type Details = Record<string, string | number>;

export const en = {
  ...enRanking,
  ...enDesk,
  refusals: {
    'search-lexicon-line-refused': 'This line cannot be read, or the lexicon holds it already.',
    'own-proposal': 'Nobody approves their own proposal. Leave it to a colleague.',
    'proposal-decided': 'A colleague decided on this proposal before you. Nothing has changed.',
    'proposal-needless':
      'This line is proposed or held already; there is no need to propose it again.',
    'weights-wished': 'It stands in the public log; the weights move towards it day by day.',
    'line-proposed': 'The proposal is sent; a colleague decides.',
    'line-approved':
      'The line holds. Services that it reads differently are indexed within minutes.',
    'line-declined': 'The proposal is declined.',
    'too-many-saved': ({ limit }: Details) =>
      `You have ${limit} saved searches, which is the most we keep. Delete one you do not need, then save this one.`,
    'search-saved':
      'The search is saved. We write to you when new services match it, once a day at most.',
    'search-renamed': 'The search has its new name.',
    'search-deleted': 'The saved search is deleted; you get no more letters about it.',
    'search-alerts-on': 'You get a letter when new services appear, once a day at most.',
    'search-alerts-off': 'No more letters about this search. It stays among your saved searches.',
  },
  home: 'Home',
  title: 'Search',
  titleFor: (text: string) => `Results for “${text}”`,
  description:
    'Search the services of Hirfa: design, writing, translation, code, marketing and more.',
  ask: 'Write what you need in a word or two, such as: logo design.',
  popular: 'Often ordered',
  popularQuestions: 'People search for',
  services,
  about: (count: string) => `About ${count}`,
  best: 'Best match',
  sorts: {
    best: 'Best match',
    sales: 'Most ordered',
    newest: 'Newest',
    rating: 'Best rated',
    'price-up': 'Lowest price',
    'price-down': 'Highest price',
  },
  suggestions: 'Suggestions',
  suggestionKinds: { category: 'Category', seller: 'Seller' },
  suggestionsSaid: (n: number) => enPlural(n, { one: 'One suggestion', other: '# suggestions' }),
  sortLabel: 'Sort',
  howRanked: 'How results are ranked',
  correctedTo: 'Results for',
  insteadOf: 'Search for',
  insteadEnd: 'instead',
  relaxedTitle: 'No service has all of your words',
  relaxedText: (words: string) => `These come closest, without: ${words}.`,
  cutShort:
    'The search took too long, so we stopped before looking at every service. Narrow it with a word or a category to see the rest.',
  tooFar:
    'This is the last page we show. Narrow the search by price, time or category to see others.',
  newcomer: 'New here',
  filters: {
    category: 'Category',
    anyCategory: 'All categories',
    allOf: (group: string) => `All of ${group}`,
    price: 'Price',
    anyPrice: 'Any price',
    priceTo: (amount: string) => `Up to ${amount}`,
    priceFrom: 'From (US dollars)',
    priceFromChip: (amount: string) => `From ${amount}`,
    days: 'Delivery time',
    anyDays: 'Any time',
    daysTo: (n: number) => `Within ${days(n)}`,
    rating: 'Rating',
    anyRating: 'Any rating',
    ratingFrom: (rating: string) => `${rating} and up`,
    ratingChip: (rating: string) => `Rated ${rating} and up`,
    level: 'Seller level',
    anyLevel: 'All levels',
    levelFrom: (level: string) => `${level} and up`,
    language: 'Working language',
    anyLanguage: 'All languages',
    languageChip: (language: string) => `Works in ${language}`,
    more: 'Other conditions',
    online: 'Seller online now',
    aiFree: 'Made without AI',
    withCount: (label: string, count: string) => `${label} (${count})`,
  },
  chosen: 'Your choices',
  remove: (label: string) => `Remove: ${label}`,
  clearAll: 'Remove all',
  emptyTitle: (text: string) => `No services match “${text}”`,
  emptyText: 'Check the spelling, try a more general word, or browse one of the categories below.',
  emptyAction: 'Browse all categories',
  nearCategories: 'Nearby categories',
  nearServices: 'The nearest, without conditions',
  noMatchTitle: 'No results under these conditions',
  noMatchText: (count: string) =>
    `Your search has ${count} without filters. Remove a condition to see the nearest:`,
  noMatchAction: 'Clear all filters',
  without: (label: string, count: string) => `Without “${label}”: ${count}`,
  save: {
    button: 'Save this search',
    ask: 'We tell you when services that match your search appear.',
    signIn: 'Sign in to save the search',
    saved: 'Among your saved searches',
  },
  saved: {
    title: 'My saved searches',
    lead: 'We write to you when new services match them, once a day at most.',
    emptyTitle: 'You have saved no search yet',
    emptyText:
      'Search for something, then press “Save this search” above the results. We write when something new appears.',
    emptyAction: 'Start searching',
    count: (n: number, limit: string) =>
      `${enPlural(n, { one: 'one saved search', other: '# saved searches' })} of ${limit}`,
    open: 'Show results',
    name: 'Name',
    rename: 'Rename',
    remove: 'Delete',
    alertsOn: 'Letters are on',
    alertsOff: 'No letters',
    turnOn: 'Write to me about new ones',
    turnOff: 'Stop the letters',
    savedAt: 'Saved',
    problems: {
      required: 'Give this search a name that you will recognise.',
      'too-long': 'The name is long. Keep it to 80 letters.',
      question: 'Write what you are looking for first, then save the search.',
    },
  },
  alert: {
    subject: (n: number, name: string) =>
      enPlural(n, {
        one: `A new service matches your search “${name}”`,
        other: `# new services match your search “${name}”`,
      }),
    more: (n: number) => enPlural(n, { one: 'And one more.', other: 'And # more.' }),
    action: 'Show what is new',
    stop: 'No more letters about this search? Stop them here, without signing in:',
    stopTitle: 'Stop letters about a saved search',
    stopAsk: (name: string) =>
      `Shall we stop the letters about your search “${name}”? The search itself stays saved.`,
    stopButton: 'Stop the letters',
    stopped: 'The letters have stopped',
    stoppedText: (name: string) =>
      `We no longer write to you about your search “${name}”. Turn it on again any time among your saved searches.`,
  },
};
