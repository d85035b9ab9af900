import { Refusal } from '#platform/refusals';

/** No rule has this key, or the value does not have the rule's shape. */
export class UnknownRule extends Refusal {
  constructor(key: string) {
    super('settings-unknown-rule', { status: 422, details: { key } });
  }
}

/** A rule may only change from now on: what was paid keeps the rules of its time (SPEC 11). */
export class RuleIsPast extends Refusal {
  constructor() {
    super('settings-rule-is-past', { status: 422 });
  }
}
