import { Refusal } from '#platform/refusals';

/** As many collections as one member may have. */
export class TooManyCollections extends Refusal {
  constructor(limit: number) {
    super('too-many-collections', { details: { limit } });
  }
}

/** As many services, or needs, as a collection holds. */
export class CollectionFull extends Refusal {
  constructor(limit: number) {
    super('collection-full', { details: { limit } });
  }
}

/** No service on sale under the number or address that was given. */
export class NoSuchService extends Refusal {
  constructor() {
    super('no-such-service', { status: 422 });
  }
}
