export {
  defineFact,
  defineListener,
  type Fact,
  type FactRecord,
  type Listener,
  recordFact,
} from './fact.ts';
export {
  deliverFact,
  deliverFacts,
  drainFacts,
  type FactRow,
  relayFacts,
  startRelay,
} from './relay.ts';
