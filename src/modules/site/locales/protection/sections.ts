/** The sections of «how your money is protected»; both languages must have each. */
export type ProtectionSection = 'late' | 'silent' | 'unhappy' | 'seller' | 'proof' | 'outside';
