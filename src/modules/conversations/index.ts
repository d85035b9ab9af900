export { offerInTalk } from './offers/offer-in-talk.ts';
export { requestInTalk } from './offers/request-in-talk.ts';
export { askSeller } from './talking/ask-seller.ts';
export { sendMessage } from './talking/send-message.ts';
