/** The pages of this module and the doors they lead to, without language prefix. */
export const sitePagePaths = {
  protection: '/how-it-works',
  terms: '/terms',
  privacy: '/privacy',
  refunds: '/refunds',
  help: '/help',
  contact: '/contact',
  categories: '/categories',
  sell: '/my/services/new',
} as const;
