export { flag, type FlagKey } from './flag.ts';
export { type RuleKey, type Rules } from './rule.ts';
export { ruleAt } from './rule-at.ts';
export { RuleIsPast, UnknownRule } from './settings-errors.ts';
export { setRule } from './set-rule.ts';
