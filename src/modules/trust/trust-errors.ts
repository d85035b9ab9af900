import { Refusal } from '#platform/refusals';

/** The member already has this level. */
export class SameStanding extends Refusal {
  constructor() {
    super('trust-same-standing');
  }
}
