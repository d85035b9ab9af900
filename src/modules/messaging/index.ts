export { findSaid } from './find-said.ts';
export { markRead } from './mark-read.ts';
export { markSpam } from './mark-spam.ts';
export type { Said } from './message-store.ts';
export { MessageIsEmpty, MessageIsTooLong } from './messaging-errors.ts';
export { openThread, type ThreadToOpen } from './open-thread.ts';
export { say, type Saying } from './say.ts';
export { sayAutomatically } from './say-automatically.ts';
export { showTyping } from './show-typing.ts';
export { sayAsSystem } from './say-as-system.ts';
export {
  findThread,
  findThreadFile,
  firstUnread,
  isSpam,
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
