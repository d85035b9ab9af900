import { Refusal } from '#platform/refusals';

/** The member already has this level. */
export class SameStanding extends Refusal {
  constructor() {
    super('trust-same-standing');
  }
}

/** Messages before orders are off for a while; running orders are not touched. */
export class TalkIsPaused extends Refusal {
  constructor() {
    super('talk-is-paused', { status: 409 });
  }
}

/** The staff have decided this case. */
export class ContactCaseDecided extends Refusal {
  constructor() {
    super('contact-case-decided', { status: 409 });
  }
}
