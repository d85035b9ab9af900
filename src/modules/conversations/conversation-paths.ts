/** The addresses of this module, without language prefix. */
export const talkPaths = {
  list: '/messages',
  spam: '/messages?spam=1',
  ask: '/messages/new',
  habits: '/messages/habits',
  quickReplies: '/messages/quick-replies',
  removal: (replyId: string) => `/messages/quick-replies/${replyId}/removal`,
  thread: (conversationId: string) => `/messages/${conversationId}`,
  part: (conversationId: string, part: string) => `/messages/${conversationId}/${part}`,
  file: (conversationId: string, fileId: string) => `/messages/${conversationId}/files/${fileId}`,
} as const;
