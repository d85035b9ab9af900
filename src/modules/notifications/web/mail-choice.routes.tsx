import { requireMember } from '#platform/context';
import {
  type Answer,
  formValues,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { NotFound } from '#platform/refusals';
import { notificationsWords } from '../locales/index.ts';
import { chooseMail } from '../mail-stops/choose-mail.ts';
import { listMailStops } from '../mail-stops/mail-stop-store.ts';
import { isNoticeTopic } from '../mail-stops/notice-topic.ts';
import { stopMail } from '../mail-stops/stop-mail.ts';
import { readStopToken } from '../mail-stops/stop-token.ts';
import { noticesPaths } from '../notices-paths.ts';
import { MailChoicePage, StopMailPage } from './mail-choice.page.tsx';

const members = { access: 'member' } as const;

async function showStop({ ctx, params }: HttpRequest): Promise<Answer> {
  const token = params.token ?? '';
  const stop = readStopToken(ctx, token);
  if (!stop) throw new NotFound();
  const stopped = (await listMailStops(ctx, stop.memberId)).has(stop.topic);
  const { stopTitle } = notificationsWords(ctx.reader).mail;
  const body = <StopMailPage topic={stop.topic} token={token} stopped={stopped} />;
  return page({ title: stopTitle, noindex: true }, body);
}

/** Which letters come, by the member's choice or by a letter's own link (RFC 8058). */
export const mailChoiceRoutes: Route[] = [
  get(noticesPaths.mail, members, async ({ ctx }) => {
    const stopped = await listMailStops(ctx, requireMember(ctx));
    const { title } = notificationsWords(ctx.reader).mail;
    return page({ title, noindex: true }, <MailChoicePage stopped={stopped} />);
  }),
  post(noticesPaths.mail, members, async ({ ctx, body }) => {
    const { topic = [] } = formValues(body);
    await chooseMail(ctx, new Set([topic].flat().filter(isNoticeTopic)));
    return seeOther(noticesPaths.mail, { flash: { tone: 'good', code: 'mail-chosen' } });
  }),
  get(noticesPaths.stop(':token'), { access: 'public', example: 'stop-mail' }, showStop),
  post(
    noticesPaths.stop(':token'),
    {
      access: 'public',
      withoutToken:
        'Mail programs post here by themselves; the address is signed and only chooses letters.',
    },
    async (request) => {
      const { body, params } = request;
      const token = params.token ?? '';
      await stopMail(request.ctx, token, body.again !== 'yes');
      // A mail program's POST must not be redirected (RFC 8058, 3.1).
      if (body['List-Unsubscribe'] !== undefined) return showStop(request);
      return seeOther(noticesPaths.stop(token));
    },
  ),
];
