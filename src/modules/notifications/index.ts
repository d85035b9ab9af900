export {
  countUnreadNotices as unreadNotices,
  listNotices,
  type ShownNotice,
} from './notice-lists.ts';
export { defineNotice, type Notice, type NoticeWords } from './notice.ts';
export { notify, type NotifyInput } from './notify.ts';
export { forgetDevices } from './push/forget-devices.ts';
export { readAllNotices } from './read-all-notices.ts';
export { readNotice } from './read-notice.ts';
