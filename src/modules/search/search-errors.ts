import { Refusal } from '#platform/refusals';

/** A line that the lexicon cannot read, or that it holds already. */
export class LexiconLineRefused extends Refusal {
  constructor() {
    super('search-lexicon-line-refused');
  }
}
