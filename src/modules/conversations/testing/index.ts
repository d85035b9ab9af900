export { askSeller } from '../talking/ask-seller.ts';
export { sendMessage } from '../talking/send-message.ts';
export { saveHabits } from '../habits/save-habits.ts';
export { saveQuickReply } from '../habits/save-quick-reply.ts';
export { setBlock } from '../talking/set-block.ts';
export { offerInTalk } from '../offers/offer-in-talk.ts';
export { requestInTalk } from '../offers/request-in-talk.ts';
