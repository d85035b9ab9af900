/** The sections of the privacy policy; both languages must have each. */
export type PrivacySection =
  | 'short'
  | 'collected'
  | 'why'
  | 'seen'
  | 'payment'
  | 'cookies'
  | 'kept'
  | 'security'
  | 'yours'
  | 'children'
  | 'changes';
