import { Refusal } from '#platform/refusals';

/** Who proposed a line is not who approves it. */
export class OwnProposal extends Refusal {
  constructor() {
    super('own-proposal');
  }
}

/** The proposal was decided since the page was opened. */
export class ProposalDecided extends Refusal {
  constructor() {
    super('proposal-decided');
  }
}

/** The same line waits already, or holds already (or holds no more, for an ending). */
export class ProposalNeedless extends Refusal {
  constructor() {
    super('proposal-needless');
  }
}
