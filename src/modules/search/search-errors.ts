import { Refusal } from '#platform/refusals';

/** A weight that is no share, or a reason that says nothing. */
export class WeightsRefused extends Refusal {
  constructor() {
    super('search-weights-refused');
  }
}

/** A line that the lexicon cannot read, or that it holds already. */
export class LexiconLineRefused extends Refusal {
  constructor() {
    super('search-lexicon-line-refused');
  }
}
