import { Refusal } from '#platform/refusals';
import type { ServiceState } from './service.ts';

/** The service is no longer where the act expected it: somebody was faster, or the page is old. */
export class ServiceMoved extends Refusal {
  constructor(state: ServiceState) {
    super('service-moved', { details: { state } });
  }
}

/** The service was edited since the page was opened: what was decided on is not what is there. */
export class ServiceEdited extends Refusal {
  constructor() {
    super('service-edited');
  }
}

/** The seller's level allows no more services (SPEC 2.6). */
export class TooManyServices extends Refusal {
  constructor(limit: number) {
    super('too-many-services', { details: { limit } });
  }
}

/** More unfinished services than anybody writes by hand. */
export class TooManyDrafts extends Refusal {
  constructor(limit: number) {
    super('too-many-drafts', { details: { limit } });
  }
}

/** More favourites than anybody looks through again. */
export class TooManyFavourites extends Refusal {
  constructor(limit: number) {
    super('too-many-favourites', { details: { limit } });
  }
}

/** A reviewer does not decide on their own service. */
export class OwnServiceReview extends Refusal {
  constructor() {
    super('own-service-review');
  }
}

/** A rejection names at least one field and says why (SPEC 2.4). */
export class ReasonMissing extends Refusal {
  constructor() {
    super('reason-missing', { status: 422 });
  }
}

/** The declarations of SPEC 2.5 come with every submission. */
export class DeclarationsMissing extends Refusal {
  constructor() {
    super('declarations-missing', { status: 422 });
  }
}
