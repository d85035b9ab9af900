import { enPlural } from '#platform/i18n';
import { days } from './en-counts.ts';

/** Words of the pages that explain the order of results. */
export const enRanking = {
  ranking: {
    title: 'How results are ranked',
    lead: 'One formula for everybody: your words first, then the quality of the service. No place is for sale.',
    and: ' and ',
    wordsTitle: 'The words',
    wordsText:
      'Each word of your search counts by where it stands in the service; a service has the mean of them:',
    exact: 'The word as you wrote it in the title: the whole of it.',
    lemma: (share: string) =>
      `Another form of the same word in the title, such as the plural: ${share}. Synonyms count less.`,
    tags: (share: string) => `The word among the tags: ${share}.`,
    description: (share: string) => `The word in the description alone: ${share}.`,
    adjacency: (share: string) =>
      `Your words one after another in the title, as you wrote them: up to ${share} more.`,
    cover: (share: string) => `A title that says nothing but what you asked: up to ${share} more.`,
    stuffed: (share: string) => `A title that repeats its words: ${share} less.`,
    qualityTitle: 'The quality of the service',
    qualityText: (share: string) =>
      `What the words give is multiplied by the quality of the service, which moves it by ${share} at most. We count it every hour out of five parts:`,
    part: 'Part',
    weight: 'Weight',
    meaning: 'What it is',
    parts: {
      demand: 'Demand',
      rating: 'Rating',
      reliability: 'Reliability',
      freshness: 'Freshness',
      level: 'Seller level',
    },
    partTexts: {
      demand:
        'Different buyers whose orders were completed, those of the last 30 days above all. Who bought ten times counts once.',
      rating:
        'The mean rating, drawn towards that of the market while there are few: five stars of one person do not pass a hundred good ratings.',
      reliability: 'Orders completed, deliveries in time, answers within a day.',
      freshness: 'How long ago the service was published. It fades slowly.',
      level: 'The level of the seller on the site.',
    },
    newTitle: 'Room for newcomers',
    newText: (places: number, which: string) =>
      `A service nobody knows has no figures, and nobody would see it if only figures counted. So every page of 24 results has ${enPlural(
        places,
        { one: 'one place', other: '# places' },
      )} for new services (number ${which}), marked “New here”.`,
    newUntil: (sales: number, length: number) =>
      `A service is new until it was ordered ${enPlural(sales, { one: 'once', other: '# times' })}, or until ${days(length)} have passed since it was published.`,
    newMethod:
      'Who stands on these places changes every hour, the same for every visitor. A service takes one only when it answers your search as well as the service whose place it takes. It is an exploration with a fixed share: so much for what is not yet known, the rest for what is.',
    neverTitle: 'What never moves a result',
    never: [
      'Payment: there are no adverts in the order. What is an advert says so.',
      'Who bought from a seller and also sold to them: it does not count as demand, so rings lift nobody.',
      'Who you are: the order is the same for everybody with the same words and filters.',
    ],
    changesTitle: 'Log of changed weights',
    changesText:
      'When we change a weight, it moves slowly, a tenth a day at most, and every decision and every step is written here with its reason.',
    noChanges: 'No weight has changed since this log began.',
    at: 'When',
    what: 'What',
    verbs: { wish: 'New weight decided', step: 'Step towards it' },
    fromTo: (before: string, after: string) => `From ${before} to ${after}`,
    reason: 'Reason',
    sellersTitle: 'For sellers',
    sellersText: 'Would you like to know why your service stands where it does?',
    sellersLink: 'Check the place of your service',
  },
  place: {
    title: 'Why is my service here?',
    lead: 'Write what a buyer might write, and see where your service stands and why.',
    emptyTitle: 'None of your services is on sale now',
    emptyText: 'The search finds what we approved and what is on sale.',
    emptyAction: 'My services',
    service: 'Service',
    question: 'Words of the search',
    questionHint: 'Such as: logo design',
    show: 'Where do I stand?',
    placeIs: (place: string, of: string, text: string) =>
      `Your service is number ${place} of ${of} for “${text}”, by best match and without filters. Places kept for newcomers may move it down by one or two.`,
    notFound: (text: string) => `Your service is not among the results for “${text}”.`,
    missing: (words: string) =>
      `Words that your service has nowhere, neither in the title nor the tags nor the description: ${words}.`,
    wordsTitle: 'The words in your service',
    value: 'Score',
    weight: 'Weight',
    means: 'In detail',
    text: 'How the words match',
    textNote: 'Mean of the words by where they stand: title first, then tags, then description.',
    adjacency: 'One after another in the title',
    adjacencyNote: 'The words follow one another as they were written.',
    cover: 'Share of the title',
    coverNote: 'How much of the title was asked for.',
    stuffed: 'Title repeats itself',
    stuffedNote: 'A title that repeats its words stands further back.',
    yes: 'Yes',
    no: 'No',
    qualityTitle: (share: string) => `Quality of the service: ${share}`,
    demandFact: (buyers: number, recent: number) =>
      `Different buyers: ${buyers}, of them in the last 30 days: ${recent}`,
    ratingFact: (count: number, average: string) =>
      count === 0
        ? 'No ratings yet, so it counts as the market’s mean'
        : `${average} out of ${enPlural(count, { one: '# rating', other: '# ratings' })}`,
    reliabilityFact: (completed: string, onTime: string) =>
      `Orders completed ${completed}, deliveries in time ${onTime}`,
    freshnessFact: 'Since the day it was published',
    levelFact: 'Your level on the site',
    newcomer:
      'Yours is one of the new services: it has its turn on the places kept for newcomers, which changes every hour.',
    adviceTitle: 'What would lift it',
    advice: {
      words: 'If the missing words truly describe your work, put them into the title or the tags.',
      title:
        'Put the words that matter most into the title itself: what stands only in the description counts a third.',
      order: 'Put the words of the title in the order in which a buyer writes them.',
      stuffed: 'Do not repeat a word in the title: that sets it back.',
      demand:
        'Every new buyer with a completed order lifts it. A clear first price and good samples bring the first order nearer.',
      rating: 'Ask the buyer to rate the work once it is accepted. Good ratings lift this part.',
      reliability: 'Deliver in time, answer within a day, and take no order you cannot complete.',
      freshness: 'This part fades with time for everybody.',
      level: 'Your level rises with completed sales and good ratings.',
    },
  },
};
