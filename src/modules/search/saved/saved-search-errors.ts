import { Refusal } from '#platform/refusals';

/** A member keeps so many searches at most. */
export class TooManySaved extends Refusal {
  constructor(limit: number) {
    super('too-many-saved', { details: { limit } });
  }
}
