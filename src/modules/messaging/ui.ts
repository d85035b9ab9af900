export { Composer, type ComposerProps } from './fragments/composer.tsx';
export {
  Conversation,
  type ConversationMark,
  type ConversationProps,
} from './fragments/conversation.tsx';
