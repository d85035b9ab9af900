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
import { talkPaths } from '../conversation-paths.ts';
import { findHabits, listQuickReplies } from '../habits/habit-store.ts';
import { removeQuickReply } from '../habits/remove-quick-reply.ts';
import { saveHabits } from '../habits/save-habits.ts';
import { saveQuickReply } from '../habits/save-quick-reply.ts';
import { conversationsWords } from '../locales/index.ts';
import { habitsForm, quickReplyForm } from './conversations.forms.ts';
import { HabitsPage, type HabitsPageProps } from './habits-page.tsx';
import { fieldTexts } from './incoming.ts';

const act = { access: 'member' as const, refusedTo: () => talkPaths.habits };

async function show(request: HttpRequest, failure?: HabitsPageProps['failure']): Promise<Answer> {
  const { ctx } = request;
  const memberId = requireMember(ctx);
  const [habits, replies] = await Promise.all([
    findHabits(ctx, memberId),
    listQuickReplies(ctx, memberId),
  ]);
  const shown = { ...habits, awayUntil: lastDay(habits.awayUntil, ctx.reader.timeZone) };
  const { title } = conversationsWords(ctx.reader).habits;
  const body = <HabitsPage habits={shown} replies={replies} failure={failure} />;
  return page({ title, noindex: true }, body, { status: failure ? 422 : 200 });
}

/** The end of a day as the member's calendar has it; undefined for what is no day. */
function dayEnd(day: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  try {
    const next = Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone);
    return new Date(next.epochMilliseconds);
  } catch {
    return undefined;
  }
}

function lastDay(until: Date | null, timeZone: string): string {
  if (!until) return '';
  const end = Temporal.Instant.fromEpochMilliseconds(until.getTime() - 1);
  return end.toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** Runs an act of a form; refused fields come back with it. */
async function tried(
  request: HttpRequest,
  form: 'habits' | 'quick',
  run: () => Promise<string>,
): Promise<Answer> {
  try {
    const code = await run();
    return seeOther(talkPaths.habits, { flash: { tone: 'good', code } });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const errors = fieldTexts(request, error.fields);
    return show(request, { form, errors, values: formValues(request.body) });
  }
}

export const habitsRoutes: readonly Route[] = [
  get(talkPaths.habits, { access: 'member' }, (request) => show(request)),
  post(talkPaths.habits, act, (request) =>
    tried(request, 'habits', async () => {
      const form = readForm(habitsForm, request.body);
      if (!form.ok) throw new InvalidInput(form.errors);
      const { awayUntil: day, ...texts } = form.values;
      const awayUntil = dayEnd(day, request.ctx.reader.timeZone);
      if (day !== '' && !awayUntil) throw new InvalidInput({ awayUntil: 'invalid' });
      await saveHabits(request.ctx, { ...texts, awayUntil: awayUntil ?? null });
      return 'habits-saved';
    }),
  ),
  post(talkPaths.quickReplies, act, (request) =>
    tried(request, 'quick', async () => {
      const form = readForm(quickReplyForm, request.body);
      await saveQuickReply(request.ctx, { body: form.ok ? form.values.body : '' });
      return 'quick-reply-saved';
    }),
  ),
  post(talkPaths.removal(':replyId'), act, async ({ ctx, params }) => {
    await removeQuickReply(ctx, params.replyId ?? '');
    return seeOther(talkPaths.habits, { flash: { tone: 'good', code: 'quick-reply-removed' } });
  }),
];
