export { decideContact } from '../ladder/decide-contact.ts';
export { listOwnCases } from '../ladder/list-contact-cases.ts';
export { objectToContact } from '../ladder/object-to-contact.ts';
export { trustListeners } from '../notices/trust.listener.ts';
