/** The sections of the terms; both languages must have each. */
export type TermsSection =
  | 'agreement'
  | 'account'
  | 'services'
  | 'buying'
  | 'orders'
  | 'acceptance'
  | 'cancelling'
  | 'fees'
  | 'earnings'
  | 'conduct'
  | 'rights'
  | 'measures'
  | 'liability'
  | 'changes';
