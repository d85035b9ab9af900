import { Refusal } from '#platform/refusals';

/** Nobody asks themselves. */
export class OwnServiceTalk extends Refusal {
  constructor() {
    super('own-service-talk', { status: 409 });
  }
}

/** One side has blocked the other: no messages before an order. */
export class TalkIsBlocked extends Refusal {
  constructor() {
    super('talk-is-blocked', { status: 409 });
  }
}

/** A file that was not uploaded for this message. */
export class FileNotReady extends Refusal {
  constructor() {
    super('file-not-ready', { status: 422 });
  }
}

/** As many quick replies are saved as a member may have. */
export class TooManyQuickReplies extends Refusal {
  constructor() {
    super('too-many-quick-replies', { status: 409 });
  }
}
