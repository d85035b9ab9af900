import { Refusal } from '#platform/refusals';

/** The order is not complete (or never will be): nobody rates anybody yet. */
export class NothingToReview extends Refusal {
  constructor() {
    super('nothing-to-review');
  }
}

/** The time for reviews of this order is over. */
export class ReviewTimeOver extends Refusal {
  constructor() {
    super('review-time-over');
  }
}

/** This side has written its review; it cannot be changed. */
export class AlreadyReviewed extends Refusal {
  constructor() {
    super('already-reviewed');
  }
}

/** The review is not open (yet, or any more): there is nothing to answer or to appeal. */
export class ReviewNotOpen extends Refusal {
  constructor() {
    super('review-not-open');
  }
}

/** One answer a review. */
export class AlreadyAnswered extends Refusal {
  constructor() {
    super('already-answered');
  }
}

/** One appeal a review. */
export class AlreadyAppealed extends Refusal {
  constructor() {
    super('already-appealed');
  }
}

/** Another member of the staff was faster. */
export class AppealDecided extends Refusal {
  constructor() {
    super('appeal-decided');
  }
}
