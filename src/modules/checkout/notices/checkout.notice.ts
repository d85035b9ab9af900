import { defineNotice } from '#notifications';
import { purchasePath } from '../checkout-paths.ts';
import { checkoutWords } from '../locales/index.ts';

export const purchaseReturnedNotice = defineNotice<{ purchaseId: string; title: string }>({
  kind: 'checkout.purchase-returned',
  email: true,
  topic: 'money',
  words: (_locale, params, reader) => {
    const words = checkoutWords(reader).notices;
    return { title: words.returnedTitle, body: words.returnedBody(params.title) };
  },
  href: (params) => purchasePath(params.purchaseId),
});
