import { randomUUID } from 'node:crypto';
import { findThread, threadTopic } from '#messaging';
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
import { talkPaths } from '../conversation-paths.ts';
import { getConversation } from '../conversation-policy.ts';
import { conversationsWords } from '../locales/index.ts';
import { openConversationFile } from '../talking/open-conversation-file.ts';
import { sendMessage } from '../talking/send-message.ts';
import { setBlock } from '../talking/set-block.ts';
import { setSpam } from '../talking/set-spam.ts';
import { tellTyping } from '../talking/tell-typing.ts';
import { messageForm, switchForm } from './conversations.forms.ts';
import { fieldTexts, filesOf, messageErrors } from './incoming.ts';
import { ThreadPage } from './thread-page.tsx';
import { threadView, type ThreadView } from './thread-view.ts';

const THREAD = '/messages/:conversationId';
const FILES = { fileLimitBytes: 50 * 1024 * 1024, fileCount: 5 };
const idOf = (request: HttpRequest) => request.params.conversationId ?? '';
const threadOf = (request: HttpRequest) => talkPaths.thread(idOf(request));
const act = { access: 'member' as const, refusedTo: threadOf };

/** A place among the messages, to read on from. */
function placeOf(value: unknown): bigint | undefined {
  return typeof value === 'string' && /^\d{1,18}$/.test(value) ? BigInt(value) : undefined;
}

/** The page of a conversation; with what came back refused, if something did. */
export async function showThread(
  request: HttpRequest,
  failure?: ThreadView['failure'],
): Promise<Answer> {
  const { ctx, query } = request;
  const after = placeOf(query.after);
  const place = after === undefined ? { before: placeOf(query.before) } : { after };
  const view = await threadView(ctx, idOf(request), { formKey: randomUUID(), place, failure });
  const title = conversationsWords(ctx.reader).thread.title(view.other.displayName);
  const status = failure ? 422 : 200;
  return page({ title, noindex: true }, <ThreadPage view={view} />, { status });
}

async function send(request: HttpRequest): Promise<Answer> {
  const form = readForm(messageForm, request.body);
  const { text, upload, idempotencyKey } = form.ok
    ? form.values
    : { text: '', upload: [], idempotencyKey: undefined };
  try {
    await sendMessage(request.ctx, {
      conversationId: idOf(request),
      body: text,
      files: filesOf(request),
      uploadIds: upload,
      key: idempotencyKey ?? randomUUID(),
    });
  } catch (error) {
    const errors = fieldTexts(request, messageErrors(error));
    return showThread(request, { form: 'message', errors, values: formValues(request.body) });
  }
  return seeOther(`${threadOf(request)}#write`);
}

/** Tells an open conversation that something was said or read, and that the other side is writing. */
async function live(request: HttpRequest): Promise<Answer> {
  const { ctx, live: word } = request;
  const { ownId, conversationId } = await getConversation(ctx, idOf(request));
  const threadId = await findThread(ctx, { kind: 'service-talk', id: conversationId });
  return {
    kind: 'events',
    open(send) {
      const tell = (data: unknown) => {
        const { typing } = data as { typing?: string };
        if (typing === undefined) send('change', {});
        else if (typing !== ownId) send('typing', {});
      };
      const ends = [word.onGap(() => tell({}))];
      if (threadId) ends.push(word.subscribe(threadTopic(threadId), tell));
      return () => {
        for (const end of ends) end();
      };
    },
  };
}

function switched(
  part: 'block' | 'spam',
  run: (request: HttpRequest, on: boolean) => Promise<void>,
): Route {
  return post(`${THREAD}/${part}`, act, async (request) => {
    const form = readForm(switchForm, request.body);
    const on = form.ok && form.values.on === 'yes';
    await run(request, on);
    const codes = {
      block: on ? 'talk-blocked' : 'talk-unblocked',
      spam: on ? 'talk-spam' : 'talk-not-spam',
    };
    return seeOther(threadOf(request), { flash: { tone: 'good', code: codes[part] } });
  });
}

export const threadRoutes: readonly Route[] = [
  get(THREAD, { access: 'member', example: 'conversation' }, (request) => showThread(request)),
  get(`${THREAD}/live`, { access: 'member', notAPage: 'a stream of events' }, live),
  get(`${THREAD}/files/:fileId`, { access: 'member', notAPage: 'a file' }, async (request) => {
    const fileId = request.params.fileId ?? '';
    const file = await openConversationFile(request.ctx, {
      conversationId: idOf(request),
      fileId,
    });
    return {
      kind: 'file',
      type: file.type,
      fileName: file.fileName,
      inline: false,
      cacheSeconds: 0,
      body: file.stream,
    };
  }),
  post(`${THREAD}/messages`, { ...act, ...FILES }, send),
  post(`${THREAD}/typing`, act, async (request) => {
    await tellTyping(request.ctx, idOf(request));
    return { kind: 'empty', status: 204 };
  }),
  switched('block', ({ ctx, params }, on) => setBlock(ctx, params.conversationId ?? '', on)),
  switched('spam', ({ ctx, params }, on) => setSpam(ctx, params.conversationId ?? '', on)),
];
