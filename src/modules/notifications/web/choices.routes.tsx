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
import { InvalidInput } from '#platform/refusals';
import { listStops } from '../choices/channel-stop-store.ts';
import { chooseChannels } from '../choices/choose-channels.ts';
import { findHabits } from '../choices/habit-store.ts';
import { notificationsWords } from '../locales/index.ts';
import { noticesPaths } from '../notices-paths.ts';
import { addDevice } from '../push/add-device.ts';
import { listDevices } from '../push/push-device-store.ts';
import { pushKeys } from '../push/push-keys.ts';
import { removeDevice } from '../push/remove-device.ts';
import { askTelegramCode } from '../telegram/ask-telegram-code.ts';
import { findChat } from '../telegram/telegram-store.ts';
import { unlinkTelegram } from '../telegram/unlink-telegram.ts';
import { browserName } from './browser-name.ts';
import { ChoicesPage, type ChoicesView } from './choices.page.tsx';
import { choicesForm, deviceForm, wantedOf } from './notices.forms.ts';
import type { TelegramView } from './telegram-panel.tsx';

const act = { access: 'member' as const, refusedTo: () => noticesPaths.choices };

async function show(
  { ctx }: HttpRequest,
  more: { failure?: ChoicesView['failure']; fresh?: TelegramView['fresh'] } = {},
): Promise<Answer> {
  const memberId = requireMember(ctx);
  const [stops, habits, devices, chatId] = await Promise.all([
    listStops(ctx, memberId),
    findHabits(ctx, memberId),
    listDevices(ctx, memberId),
    findChat(ctx, memberId),
  ]);
  const view: ChoicesView = {
    stops,
    habits,
    devices,
    pushKey: pushKeys(ctx).publicKey,
    telegram: ctx.site.telegram && { linked: chatId !== undefined, fresh: more.fresh },
    failure: more.failure,
  };
  const { title } = notificationsWords(ctx.reader).choices;
  const status = more.failure ? 422 : 200;
  return page({ title, noindex: true }, <ChoicesPage {...view} />, { status });
}

async function choose(request: HttpRequest): Promise<Answer> {
  const { ctx, body } = request;
  const form = readForm(choicesForm, body);
  try {
    if (!form.ok) throw new InvalidInput(form.errors);
    const { letters, digestHour, quiet, quietFrom, quietUntil, ...topics } = form.values;
    await chooseChannels(ctx, {
      wanted: wantedOf(topics),
      letters,
      digestHour,
      quiet: quiet ? { from: quietFrom, until: quietUntil } : undefined,
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { fields, refusals } = notificationsWords(ctx.reader);
    const texts = Object.entries(error.fields).map(([field, code]) => [
      field,
      code === 'quiet-same' ? refusals['quiet-same'] : fields.invalid,
    ]);
    return show(request, {
      failure: { errors: Object.fromEntries(texts), values: formValues(body) },
    });
  }
  return seeOther(noticesPaths.choices, { flash: { tone: 'good', code: 'choices-saved' } });
}

/** What a member hears of, where and when. */
export const choicesRoutes: Route[] = [
  get(noticesPaths.choices, { access: 'member' }, (request) => show(request)),
  post(noticesPaths.choices, act, choose),
  post(noticesPaths.devices, act, async ({ ctx, body, raw, sessionId }) => {
    const form = readForm(deviceForm, body);
    if (!form.ok) throw new InvalidInput(form.errors);
    const name = browserName(raw.headers['user-agent'] ?? '');
    await addDevice(ctx, { ...form.values, name, sessionId });
    return seeOther(noticesPaths.choices, { flash: { tone: 'good', code: 'device-added' } });
  }),
  post(noticesPaths.deviceRemoval(':deviceId'), act, async ({ ctx, params }) => {
    await removeDevice(ctx, params.deviceId ?? '');
    return seeOther(noticesPaths.choices, { flash: { tone: 'good', code: 'device-removed' } });
  }),
  post(noticesPaths.telegram, act, async (request) =>
    show(request, { fresh: await askTelegramCode(request.ctx) }),
  ),
  post(noticesPaths.telegramRemoval, act, async ({ ctx }) => {
    await unlinkTelegram(ctx);
    return seeOther(noticesPaths.choices, { flash: { tone: 'good', code: 'telegram-unlinked' } });
  }),
];
