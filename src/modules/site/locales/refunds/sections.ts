/** The sections of the refund policy; both languages must have each. */
export type RefundsSection = 'when' | 'where' | 'fee' | 'after' | 'guarantee' | 'partial' | 'how';
