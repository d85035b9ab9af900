import { randomUUID } from 'node:crypto';
import { findMemberByHandle, memberCards, requireVerified } from '#identity';
import { getSellableService, listSellerCards } from '#catalogue';
import { requireMember } from '#platform/context';
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
import { NotFound } from '#platform/refusals';
import { talkPausedUntil } from '#trust';
import { OwnServiceTalk } from '../conversation-errors.ts';
import { talkPaths } from '../conversation-paths.ts';
import { findBySides } from '../conversation-store.ts';
import { conversationsWords } from '../locales/index.ts';
import { askSeller } from '../talking/ask-seller.ts';
import { AskPage, type AskPageProps } from './ask-page.tsx';
import { askForm } from './conversations.forms.ts';
import { fieldTexts, filesOf, messageErrors } from './incoming.ts';
import { messageLines } from './message-lines.ts';
import { MessagesPage } from './messages-page.tsx';

const members = { access: 'member' } as const;
const FILES = { fileLimitBytes: 50 * 1024 * 1024, fileCount: 5 };

/** Conversations of the member, the newest first; those of orders live in their rooms. */
async function showList({ ctx, query }: HttpRequest): Promise<Answer> {
  const spam = query.spam === '1';
  const lines = await messageLines(ctx, spam);
  const { title } = conversationsWords(ctx.reader).list;
  const body = <MessagesPage lines={lines} viewerId={requireMember(ctx)} spam={spam} />;
  return page({ title, noindex: true }, body);
}

interface Asked {
  service?: string;
  seller?: string;
}

/** What can be asked about: one service, or those of a seller. Refuses NotFound, OwnServiceTalk. */
async function askable({ ctx }: HttpRequest, asked: Asked): Promise<AskPageProps> {
  const viewerId = requireMember(ctx);
  const form = { formKey: randomUUID(), pausedUntil: await talkPausedUntil(ctx, viewerId) };
  if (asked.seller !== undefined) {
    const seller = await findMemberByHandle(ctx, asked.seller);
    if (!seller) throw new NotFound();
    if (seller.memberId === viewerId) throw new OwnServiceTalk();
    const services = await listSellerCards(ctx, seller.memberId);
    return { seller, services, ...form };
  }
  const service = await getSellableService(ctx, asked.service ?? '');
  if (service.sellerId === viewerId) throw new OwnServiceTalk();
  const seller = (await memberCards(ctx, [service.sellerId])).get(service.sellerId);
  if (!seller) throw new NotFound();
  return { seller, services: [service], ...form };
}

async function showAsk(request: HttpRequest): Promise<Answer> {
  const { ctx, query } = request;
  await requireVerified(ctx);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const props = await askable(request, {
    service: text(query.service),
    seller: text(query.seller),
  });
  const [only] = props.services;
  if (only && props.services.length === 1) {
    const before = await findBySides(ctx, {
      buyerId: requireMember(ctx),
      sellerId: props.seller.memberId,
      serviceId: only.serviceId,
    });
    if (before) return seeOther(talkPaths.thread(before.conversationId));
  }
  return page(
    { title: conversationsWords(ctx.reader).ask.title, noindex: true },
    <AskPage {...props} />,
  );
}

async function ask(request: HttpRequest): Promise<Answer> {
  const { ctx, body } = request;
  await requireVerified(ctx);
  const form = readForm(askForm, body);
  if (!form.ok) throw new NotFound();
  const { service: serviceId, text, upload, idempotencyKey } = form.values;
  try {
    const { conversationId } = await askSeller(ctx, {
      serviceId,
      body: text,
      files: filesOf(request),
      uploadIds: upload,
      key: idempotencyKey ?? randomUUID(),
    });
    return seeOther(`${talkPaths.thread(conversationId)}#write`);
  } catch (error) {
    const errors = fieldTexts(request, messageErrors(error));
    const props = await askable(request, { service: serviceId });
    const { title } = conversationsWords(ctx.reader).ask;
    const view = <AskPage {...props} errors={errors} values={formValues(body)} />;
    return page({ title, noindex: true }, view, { status: 422 });
  }
}

export const messagesRoutes: readonly Route[] = [
  get(talkPaths.list, members, showList),
  get(talkPaths.ask, { ...members, example: 'ask' }, showAsk),
  post(talkPaths.list, { ...members, ...FILES, refusedTo: () => talkPaths.list }, ask),
];
