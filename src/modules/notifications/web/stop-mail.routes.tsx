import {
  type Answer,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { NotFound } from '#platform/refusals';
import { stopMail } from '../choices/stop-mail.ts';
import { readStopToken } from '../choices/stop-token.ts';
import { isMailStopped } from '../choices/stopped-letters.ts';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';
import { StopMailPage } from './stop-mail.page.tsx';

async function showStop({ ctx, params }: HttpRequest): Promise<Answer> {
  const token = params.token ?? '';
  const stop = readStopToken(ctx, token);
  if (!stop) throw new NotFound();
  const stopped = await isMailStopped(ctx, stop);
  const { stopTitle } = notificationsWords(ctx.reader).stops;
  const body = <StopMailPage topic={stop.topic} token={token} stopped={stopped} />;
  return page({ title: stopTitle, noindex: true }, body);
}

/** Letters end by a link in one of them (RFC 8058). */
export const stopMailRoutes: Route[] = [
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
