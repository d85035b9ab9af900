import { randomUUID } from 'node:crypto';
import {
  declineOffer,
  declineRequest,
  findOffer,
  findRequest,
  type Offer,
  offerPath,
  withdrawOffer,
  withdrawRequest,
} from '#checkout';
import { getSellableService } from '#catalogue';
import { memberCards, requireVerified } from '#identity';
import { type Ctx, requireMember } from '#platform/context';
import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  readForm,
  type Route,
  seeOther,
} from '#platform/http';
import { InvalidInput, NotFound, Refusal } from '#platform/refusals';
import { ruleAt } from '#settings';
import { talkPausedUntil } from '#trust';
import { talkPaths } from '../../conversation-paths.ts';
import { getConversation } from '../../conversation-policy.ts';
import { conversationsWords } from '../../locales/index.ts';
import { offerInTalk } from '../../offers/offer-in-talk.ts';
import { requestInTalk } from '../../offers/request-in-talk.ts';
import { fieldTexts } from '../incoming.ts';
import { showThread } from '../thread.routes.tsx';
import { OfferFormPage } from './offer-form.tsx';
import { OfferPage } from './offer-page.tsx';
import { RequestFormPage } from './request-form.tsx';
import { offerForm, reasonForm, requestForm } from './offers.forms.ts';

const THREAD = '/messages/:conversationId';
const idOf = (request: HttpRequest) => request.params.conversationId ?? '';
const threadOf = (request: HttpRequest) => talkPaths.thread(idOf(request));
const members = { access: 'member' as const };
const acts = { access: 'member' as const, refusedTo: threadOf };

interface Failure {
  errors: Record<string, string>;
  trouble?: string;
  status: number;
}

/** What a refused form says: its fields' errors, or in a sentence why it could not be sent. */
function failureOf(request: HttpRequest, error: unknown): Failure {
  if (error instanceof InvalidInput) {
    return { errors: fieldTexts(request, error.fields), status: 422 };
  }
  if (!(error instanceof Refusal) || error.status !== 409) throw error;
  const words = conversationsWords(request.ctx.reader);
  const said: Record<string, string> = { ...words.refusals, ...words.offerTroubles };
  const trouble = said[error.code];
  if (trouble === undefined) throw error;
  return { errors: {}, trouble, status: 409 };
}

/** Said before somebody writes what could not be sent. */
async function troubleNow(ctx: Ctx): Promise<string | undefined> {
  if (!(await talkPausedUntil(ctx, requireMember(ctx)))) return undefined;
  return conversationsWords(ctx.reader).offerTroubles['talk-is-paused'];
}

/** The conversation, when the member is on this side of it, with the other's card. */
async function sideOf(ctx: Ctx, conversationId: string, side: 'buyer' | 'seller') {
  const talk = await getConversation(ctx, conversationId);
  if (talk.side !== side) throw new NotFound();
  const other = (await memberCards(ctx, [talk.otherId])).get(talk.otherId);
  if (!other) throw new NotFound();
  return { ...talk, other };
}

async function showOfferForm(request: HttpRequest, failure?: Failure): Promise<Answer> {
  const { ctx, query, body } = request;
  await requireVerified(ctx);
  const talk = await sideOf(ctx, idOf(request), 'seller');
  const asked = failure ? formValues(body).request : query.request;
  const found = typeof asked === 'string' ? await findRequest(ctx, asked) : undefined;
  const answers = found?.conversationId === talk.conversationId && found.state === 'open';
  const [service, price] = await Promise.all([
    getSellableService(ctx, talk.serviceId),
    ruleAt(ctx, 'custom-offer.price'),
  ]);
  const { title, deliveryDays: days, changesIncluded: changes } = service;
  const { formTitle } = conversationsWords(ctx.reader).offers;
  const view = (
    <OfferFormPage
      conversationId={talk.conversationId}
      other={talk.other}
      request={answers ? found : undefined}
      price={price}
      start={{ title, days, changes }}
      formKey={randomUUID()}
      errors={failure?.errors}
      trouble={failure?.trouble ?? (await troubleNow(ctx))}
      values={failure && formValues(body)}
    />
  );
  return page({ title: formTitle, noindex: true }, view, { status: failure?.status ?? 200 });
}

async function sendOffer(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  await requireVerified(ctx);
  const form = readForm(offerForm, request.body);
  if (!form.ok) throw new NotFound();
  const { price, days, changes, stands, asks, request: requestId, idempotencyKey } = form.values;
  try {
    const offer = await offerInTalk(ctx, {
      conversationId: idOf(request),
      requestId,
      title: form.values.title,
      scope: form.values.scope,
      priceMinor: price,
      deliveryDays: days,
      changesIncluded: changes,
      standsDays: stands,
      asksQuestions: asks !== undefined,
      says: conversationsWords(ctx.reader).offers.said,
      key: idempotencyKey === '' ? randomUUID() : idempotencyKey,
    });
    return seeOther(offerPath(offer), { flash: { tone: 'good', code: 'offer-sent' } });
  } catch (error) {
    return showOfferForm(request, failureOf(request, error));
  }
}

/** The offer of this conversation, for one of its two sides. */
async function offerOf(request: HttpRequest) {
  const { ctx } = request;
  const talk = await getConversation(ctx, idOf(request));
  const offer = await findOffer(ctx, request.params.offerId ?? '');
  if (offer?.conversationId !== talk.conversationId) throw new NotFound();
  return { talk, offer };
}

async function showOffer(request: HttpRequest, failure?: Failure): Promise<Answer> {
  const { ctx } = request;
  const { talk, offer } = await offerOf(request);
  const cards = await memberCards(ctx, [offer.buyerId, offer.sellerId]);
  const [seller, buyer] = [cards.get(offer.sellerId), cards.get(offer.buyerId)];
  if (!seller || !buyer) throw new NotFound();
  const view = (
    <OfferPage
      offer={offer}
      side={talk.side}
      seller={seller}
      buyer={buyer}
      other={talk.side === 'buyer' ? seller : buyer}
      errors={failure?.errors}
      trouble={failure?.trouble}
      values={failure && formValues(request.body)}
    />
  );
  return page({ title: offer.title, noindex: true }, view, { status: failure?.status ?? 200 });
}

async function declining(request: HttpRequest): Promise<Answer> {
  const { offer } = await offerOf(request);
  const form = readForm(reasonForm, request.body);
  const reason = form.ok ? form.values.reason : '';
  try {
    await declineOffer(request.ctx, { offerId: offer.offerId, reason });
  } catch (error) {
    return showOffer(request, failureOf(request, error));
  }
  return backTo(offer, 'offer-declined');
}

async function showRequestForm(request: HttpRequest, failure?: Failure): Promise<Answer> {
  const { ctx } = request;
  await requireVerified(ctx);
  const talk = await sideOf(ctx, idOf(request), 'buyer');
  const { requestTitle } = conversationsWords(ctx.reader).offers;
  const view = (
    <RequestFormPage
      conversationId={talk.conversationId}
      other={talk.other}
      price={await ruleAt(ctx, 'custom-offer.price')}
      errors={failure?.errors}
      trouble={failure?.trouble ?? (await troubleNow(ctx))}
      values={failure && formValues(request.body)}
    />
  );
  return page({ title: requestTitle, noindex: true }, view, { status: failure?.status ?? 200 });
}

async function sendRequest(request: HttpRequest): Promise<Answer> {
  const { ctx } = request;
  await requireVerified(ctx);
  const form = readForm(requestForm, request.body);
  if (!form.ok) throw new NotFound();
  const { body, price: wishedMinor, days: wishedDays } = form.values;
  try {
    const says = conversationsWords(ctx.reader).offers.asked;
    const conversationId = idOf(request);
    await requestInTalk(ctx, { conversationId, body, wishedMinor, wishedDays, says });
  } catch (error) {
    return showRequestForm(request, failureOf(request, error));
  }
  return toThread(request, 'request-sent');
}

/** The request of this conversation; NotFound for one of another. */
async function requestOf(request: HttpRequest): Promise<string> {
  const { conversationId } = await getConversation(request.ctx, idOf(request));
  const found = await findRequest(request.ctx, request.params.requestId ?? '');
  if (found?.conversationId !== conversationId) throw new NotFound();
  return found.requestId;
}

async function refusing(request: HttpRequest): Promise<Answer> {
  const requestId = await requestOf(request);
  const form = readForm(reasonForm, request.body);
  try {
    await declineRequest(request.ctx, { requestId, reason: form.ok ? form.values.reason : '' });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const errors = fieldTexts(request, error.fields);
    return showThread(request, { form: 'request', errors, values: formValues(request.body) });
  }
  return toThread(request, 'request-declined');
}

const toThread = (request: HttpRequest, code: string) =>
  seeOther(threadOf(request), { flash: { tone: 'good', code } });
const backTo = (offer: Offer, code: string) =>
  seeOther(offerPath(offer), { flash: { tone: 'good', code } });

/** Custom offers and requests for them, inside a conversation (SPEC 4.4). */
export const offerRoutes: readonly Route[] = [
  get(`${THREAD}/offer`, { ...members, example: 'make-offer' }, (request) =>
    showOfferForm(request),
  ),
  post(`${THREAD}/offers`, acts, sendOffer),
  get(`${THREAD}/offers/:offerId`, { ...members, example: 'offer' }, (request) =>
    showOffer(request),
  ),
  post(`${THREAD}/offers/:offerId/refusal`, acts, declining),
  post(`${THREAD}/offers/:offerId/withdrawal`, acts, async (request) => {
    const { offer } = await offerOf(request);
    await withdrawOffer(request.ctx, offer.offerId);
    return backTo(offer, 'offer-withdrawn');
  }),
  get(`${THREAD}/order-request`, { ...members, example: 'ask-order' }, (request) =>
    showRequestForm(request),
  ),
  post(`${THREAD}/requests`, acts, sendRequest),
  post(`${THREAD}/requests/:requestId/refusal`, acts, refusing),
  post(`${THREAD}/requests/:requestId/withdrawal`, acts, async (request) => {
    await withdrawRequest(request.ctx, await requestOf(request));
    return toThread(request, 'request-withdrawn');
  }),
];
