/** The addresses of this module, without language prefix. */
export const trustPaths = {
  cases: '/contact-cases',
  case: (caseId: string) => `/contact-cases/${caseId}`,
  desk: '/staff/contact',
} as const;
