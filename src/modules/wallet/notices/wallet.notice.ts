import { formatMoney } from '#platform/i18n';
import { defineNotice } from '#notifications';
import { walletWords } from '../locales/index.ts';
import { paymentPath, WALLET_PATH } from '../wallet-paths.ts';

interface PaymentParams {
  paymentId: string;
  amountMinor: string;
}

type PaymentNoticeName = 'received' | 'receivedLate' | 'failed' | 'expired';

function paymentNotice(name: PaymentNoticeName, email: boolean) {
  return defineNotice<PaymentParams>({
    kind: `wallet.payment-${name.replace('receivedLate', 'received-late')}`,
    email,
    topic: 'money',
    words: (_locale, params, reader) => {
      const words = walletWords(reader).notices[name];
      return {
        title: words.title,
        body: words.body(formatMoney(reader, BigInt(params.amountMinor))),
      };
    },
    href: (params) => paymentPath(params.paymentId),
  });
}

/** What members are told of their payments; mail only where money came in. */
export const paymentNotices = {
  received: paymentNotice('received', true),
  receivedLate: paymentNotice('receivedLate', true),
  failed: paymentNotice('failed', false),
  expired: paymentNotice('expired', false),
};

/** Earnings may be spent and withdrawn from now on. */
export const earningsClearedNotice = defineNotice<{ amountMinor: string }>({
  kind: 'wallet.earnings-cleared',
  email: false,
  words: (_locale, params, reader) => {
    const words = walletWords(reader).notices.cleared;
    return {
      title: words.title,
      body: words.body(formatMoney(reader, BigInt(params.amountMinor))),
    };
  },
  href: () => WALLET_PATH,
});
