import { Refusal } from '#platform/refusals';

/** The clock of a demonstration moves forward only, and at most a year at once. */
export class ClockMovesForward extends Refusal {
  constructor() {
    super('operations-clock-moves-forward');
  }
}
