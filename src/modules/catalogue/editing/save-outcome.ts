/**
 * What became of a saved service: kept as it stands; sold at once as changed; the change of meaning
 * sent to review as the next version; or the next version written anew where it stands, with what
 * both versions share sold at once.
 */
export type SaveOutcome =
  | 'unchanged'
  | 'saved'
  | 'passed-at-once'
  | 'sent-to-review'
  | 'revision-saved'
  | 'passed-on-both';
