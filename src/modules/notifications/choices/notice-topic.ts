/** What notices are about, as a member chooses them. Letters of none of these always go out. */
export const noticeTopics = ['orders', 'messages', 'reviews', 'services', 'money'] as const;

export type NoticeTopic = (typeof noticeTopics)[number];

/** Where a notice goes beside the in-app list, which has everything. */
export const noticeChannels = ['mail', 'push', 'telegram'] as const;

export type NoticeChannel = (typeof noticeChannels)[number];

/** Whether a text names a topic. */
export function isNoticeTopic(text: string): text is NoticeTopic {
  return (noticeTopics as readonly string[]).includes(text);
}
