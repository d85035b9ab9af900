import { enPlural, type WordsLike } from '#platform/i18n';
import type { ar } from './ar.ts';

type Details = Record<string, string | number>;

export const en: WordsLike<typeof ar> = {
  refusals: {
    'too-many-collections': ({ limit }: Details) =>
      `You have ${limit} collections, the most there can be. Remove one first.`,
    'collection-full': ({ limit }: Details) => `The collection holds ${limit}, the most it can.`,
    'no-such-service':
      'No service on sale has this number. Copy the link or the number of the service from its page.',
    'collection-saved': 'The collection is saved.',
    'collection-removed': 'The collection is removed. The services themselves stay.',
    'item-added': 'Added to the collection.',
  },
  home: 'Home',
  house: {
    title: 'Chosen collections',
    lead: 'Services our team chose, and bundles for a whole need; each service is ordered on its own.',
    empty: 'No collections yet',
    emptyText: 'Our team chooses them from the best services. Browse the categories for now.',
    all: 'All collections',
    bundle: 'Bundle for a need',
    editor: 'Our choice',
  },
  size: (n: number) => enPlural(n, { one: '# service', other: '# services' }),
  hidden: (n: number) =>
    enPlural(n, {
      one: '# service in it is not on sale now.',
      other: '# services in it are not on sale now.',
    }),
  show: {
    total: 'Total of the first suggestion for each need',
    totalNote:
      'You order each service on its own from its seller, and the money of each order is kept until you receive it.',
    order: 'Order it',
    noSuggestion: 'Nothing suggested for this need is on sale now.',
    privateNote: 'This collection is private: nobody but you sees it.',
    edit: 'Edit the collection',
    emptyTitle: 'The collection is empty',
    emptyText: 'Add services from their pages.',
  },
  mine: {
    title: 'My collections',
    lead: 'Gather services for a project or an idea, with a note on each. Private, or public by its link.',
    emptyTitle: 'You have no collections yet',
    start: 'New collection',
    startAct: 'Create the collection',
    isPublic: 'Public: whoever has the link sees it',
    public: 'Public',
    private: 'Private',
    house: 'Collections of the site',
  },
  add: {
    title: 'Add it to a collection',
    choose: 'Collection',
    act: 'Add it',
    none: 'Create a collection first, then add the service.',
    back: 'Back to the service',
  },
  editor: {
    titleAr: 'Name',
    titleEn: 'Name in English',
    noteAr: 'Short description',
    noteEn: 'Description in English',
    kind: 'Kind',
    save: 'Save',
    remove: 'Remove the collection',
    open: 'Open its page',
    items: 'Services',
    number: 'Number or link of the service',
    note: 'Your note',
    need: 'For which need?',
    noNeed: 'For none in particular',
    addItem: 'Add the service',
    up: (title: string) => `Move “${title}” up`,
    takeOut: (title: string) => `Take “${title}” out`,
    needs: 'Needs',
    addNeed: 'Add a need',
    removeNeed: (title: string) => `Remove “${title}”`,
    gone: 'A service that is not on sale now',
  },
  problems: {
    required: 'This field is required.',
    'too-long': 'The text is longer than allowed.',
  },
};
