/** Whose it is: a member's own, the editor's, or a bundle for a need. */
export type CollectionKind = 'member' | 'editor' | 'bundle';

export interface Collection {
  collectionId: string;
  number: number;
  kind: CollectionKind;
  ownerId: string | undefined;
  titleAr: string;
  titleEn: string;
  noteAr: string;
  noteEn: string;
  isPublic: boolean;
  changedAt: Date;
}

/** What a bundle asks for, in its order. */
export interface Need {
  needId: string;
  titleAr: string;
  titleEn: string;
}

/** A service in a collection, with what its maker says of it. */
export interface Item {
  serviceId: string;
  needId: string | undefined;
  note: string;
}

export interface WholeCollection extends Collection {
  needs: Need[];
  items: Item[];
}

/** How many of each there can be. */
export const most = { collections: 50, items: 100, needs: 12 } as const;

/** Lengths of what is written. */
export const lengths = { title: 80, note: 500, itemNote: 200 } as const;
