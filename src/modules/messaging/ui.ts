export {
  Conversation,
  type ConversationMark,
  type ConversationProps,
} from './fragments/conversation.tsx';
export { WriteMessage, type WriteMessageProps } from './fragments/write-message.tsx';
