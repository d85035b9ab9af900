/** The addresses of this module, without language prefix. */
export const noticesPaths = {
  list: '/notices',
  page: (page: number) => (page === 1 ? '/notices' : `/notices?page=${page}`),
  live: '/notices/live',
  choices: '/notices/choices',
  devices: '/notices/devices',
  deviceRemoval: (deviceId: string) => `/notices/devices/${deviceId}/removal`,
  telegram: '/notices/telegram',
  telegramRemoval: '/notices/telegram/removal',
  telegramUpdates: '/telegram/updates',
  stop: (token: string) => `/mail-stops/${token}`,
  allRead: '/notices/reading',
  read: (noticeId: string) => `/notices/${noticeId}/reading`,
} as const;
