/** The addresses of this module, without language prefix. */
export const noticesPaths = {
  list: '/notices',
  page: (page: number) => (page === 1 ? '/notices' : `/notices?page=${page}`),
  mail: '/notices/mail',
  stop: (token: string) => `/mail-stops/${token}`,
  allRead: '/notices/reading',
  read: (noticeId: string) => `/notices/${noticeId}/reading`,
} as const;
