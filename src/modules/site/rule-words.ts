/** One text a level of the seller, from the first to the highest. */
export interface ByLevel {
  new: string;
  active: string;
  distinguished: string;
  trusted: string;
}

/**
 * The rules that hold now, in the reader's words, for the texts that explain them: no number is
 * typed twice. Lengths of time stand in the genitive («بعد يومين»).
 */
export interface RuleWords {
  brand: string;
  supportEmail: string;
  priceFrom: string;
  priceTo: string;
  priceStep: string;
  upgradeTo: string;
  levelNames: ByLevel;
  serviceLimit: ByLevel;
  commission: ByLevel;
  clearing: ByLevel;
  buyerFee: { percent: string; from: string; to: string };
  requirements: { cancel: string; reminders: string };
  silence: string;
  late: { buyer: string; cancel: string };
  acceptance: { complete: string; prolong: string; reminders: string };
  extension: { answer: string; times: string };
  cancellationAnswer: string;
  guarantee: string;
  /** Money back by agreement: how long the other side has to answer. */
  refundAnswer: string;
  dispute: { answer: string; proposal: string; acceptance: string };
  reviewWindow: string;
}
