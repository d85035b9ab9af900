export { markRead } from './mark-read.ts';
export { MessageIsEmpty, MessageIsTooLong } from './messaging-errors.ts';
export { openThread, type ThreadToOpen } from './open-thread.ts';
export { findSaid, type Said, say, sayAsSystem, type Saying } from './say.ts';
export {
  findThread,
  findThreadFile,
  firstUnread,
  listMessages,
  listThreads,
  type ThreadLine,
  unreadBySubject,
  unreadMessages,
} from './thread-lists.ts';
export {
  type AttachedFile,
  type ThreadMessage,
  type ThreadSubject,
  threadTopic,
} from './thread.ts';
