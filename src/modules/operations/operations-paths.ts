/** The pages of a demonstration and the desks of the staff, without language prefix. */
export const operationsPaths = {
  demo: '/demo',
  outbox: '/demo/outbox',
  clock: '/demo/clock',
  staff: '/staff',
  ledger: '/staff/ledger',
} as const;
