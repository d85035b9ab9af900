export { buyers, sellers } from './members.ts';
export { type AnsweredForm, answersTo } from './orders/answers.ts';
export {
  cancellationReasons,
  changeRequests,
  deliveryNotes,
  extensionReasons,
  extras,
  partNotes,
  secondDeliveryNotes,
} from './orders/deliveries.ts';
export {
  buyerGreetings,
  buyerQuestions,
  buyerThanks,
  sellerGreetings,
  sellerThanks,
  sellerUpdates,
} from './orders/messages.ts';
export {
  answersToComplaint,
  answersToPraise,
  critical,
  mixed,
  ofBuyers,
  praise,
  praiseEnds,
} from './orders/reviews.ts';
export { createRandom, integerBetween, pick, pickSome, type Random, seedOf } from './random.ts';
export { services } from './services.ts';
export type {
  FaqContent,
  Level,
  MemberContent,
  QuestionContent,
  SellerContent,
  ServiceContent,
  UpgradeContent,
} from './shapes.ts';
