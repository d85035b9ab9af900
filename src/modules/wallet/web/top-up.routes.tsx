import { randomUUID } from 'node:crypto';
import { ownPath, requireVerified } from '#identity';
import { type Answer, get, type HttpRequest, page, post, readForm, seeOther } from '#platform/http';
import { decimalText, parseMoneyInput } from '#platform/money';
import { spendTry } from '#platform/limits';
import { requireMember } from '#platform/context';
import { ruleAt } from '#settings';
import { buyerFee } from '../fee.ts';
import { defaultGateway, gatewayReady } from '../gateways/index.ts';
import { walletWords } from '../locales/index.ts';
import { startPayment } from '../payments/start-payment.ts';
import { payPath, TOP_UP_PATH } from '../wallet-paths.ts';
import { topUpForm } from './top-up.forms.ts';
import { TopUpPage, type TopUpView } from './top-up-page.tsx';

/** SPEC 7.5: payments started by one member. */
const PAYMENT_LIMIT = { act: 'payment', points: 20, windowSeconds: 3_600 };

async function show(request: HttpRequest, view: Partial<TopUpView>, status = 200): Promise<Answer> {
  const { ctx } = request;
  const fee = await ruleAt(ctx, 'fee.buyer');
  const head = { title: walletWords(ctx.reader).topUp.title, noindex: true };
  return page(head, <TopUpPage fee={fee} gatewayReady={gatewayReady(ctx)} {...view} />, { status });
}

async function submit(request: HttpRequest): Promise<Answer> {
  const { ctx, body } = request;
  await requireVerified(ctx);
  const words = walletWords(ctx.reader).topUp;
  const form = readForm(topUpForm, body);
  const back = readBack(body.back);
  if (!form.ok) {
    const errors = Object.fromEntries(
      Object.entries(form.errors).map(([field, code]) => [field, words.errors[code] ?? code]),
    );
    return show(request, { errors, values: form.raw, back }, 422);
  }
  const amountMinor = form.values.amount;
  const feeMinor = await buyerFee(ctx, amountMinor);
  if (form.values.confirmed !== 'yes') {
    const summary = {
      amountMinor,
      feeMinor,
      amountText: decimalText(amountMinor),
      idempotencyKey: randomUUID(),
    };
    return show(request, { summary, back });
  }
  await spendTry(ctx, PAYMENT_LIMIT, requireMember(ctx));
  const payment = await startPayment(ctx, {
    gateway: defaultGateway,
    purpose: 'top_up',
    amountMinor,
    feeMinor,
    key: form.values.idempotencyKey ?? randomUUID(),
    description: words.description,
    returnPath: back,
  });
  return seeOther(payPath(ctx.site, payment));
}

/** Where the member was on the way to; the home page is no such place. */
function readBack(wish: unknown): string | undefined {
  const path = ownPath(wish);
  return path === '/' ? undefined : path;
}

export const topUpRoutes = [
  get(TOP_UP_PATH, { access: 'member' }, (request) => {
    const wanted = request.query.amount;
    const suggestedMinor = typeof wanted === 'string' ? parseMoneyInput(wanted) : undefined;
    return show(request, { suggestedMinor, back: readBack(request.query.back) });
  }),
  post(TOP_UP_PATH, { access: 'member', refusedTo: () => TOP_UP_PATH }, submit),
];
