import { type Ctx, requireMember } from '#platform/context';
import { get, type HttpRequest, page, post, readForm, type Route, seeOther } from '#platform/http';
import { InvalidInput } from '#platform/refusals';
import { z } from 'zod';
import { myServicePath } from '../../catalogue-paths.ts';
import { endHoliday } from '../../holidays/end-holiday.ts';
import { findHoliday } from '../../holidays/holiday-store.ts';
import { MOST_DAYS, startHoliday } from '../../holidays/start-holiday.ts';
import { catalogueWords } from '../../locales/index.ts';
import { setQueueLimit } from '../../selling/set-queue-limit.ts';
import { HolidayPage } from './holiday-page.tsx';
import { problemTexts } from '../problem-texts.ts';

const HOLIDAY = '/my/holiday';
const holidayForm = z.object({ returnsOn: z.string().max(20) });
const queueForm = z.object({ limit: z.string().regex(/^\d{0,3}$/) });
const backToService = (request: HttpRequest) => myServicePath(request.params.serviceId ?? '');

export const sellingRoutes: Route[] = [
  get(HOLIDAY, { access: 'member' }, ({ ctx }) => holidayPage(ctx, {})),
  post(HOLIDAY, { access: 'member', refusedTo: () => HOLIDAY }, async ({ ctx, body }) => {
    const form = readForm(holidayForm, body);
    const returnsOn = form.ok ? form.values.returnsOn : '';
    try {
      await startHoliday(ctx, { returnsAt: dayStart(returnsOn, ctx.reader.timeZone) });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return holidayPage(ctx, {
        errors: problemTexts(ctx.reader, error.fields),
        values: { returnsOn },
      });
    }
    return seeOther(HOLIDAY, { flash: { tone: 'good', code: 'holiday-started' } });
  }),
  post('/my/holiday/end', { access: 'member', refusedTo: () => HOLIDAY }, async ({ ctx }) => {
    await endHoliday(ctx);
    return seeOther('/my/services', { flash: { tone: 'good', code: 'holiday-ended' } });
  }),
  post(
    '/my/services/:serviceId/queue-limit',
    { access: 'member', refusedTo: backToService },
    async (request) => {
      const { ctx, body, params } = request;
      const form = readForm(queueForm, body);
      const limit = form.ok && form.values.limit !== '' ? Number(form.values.limit) : undefined;
      try {
        await setQueueLimit(ctx, {
          serviceId: params.serviceId ?? '',
          limit: form.ok ? limit : -1,
        });
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        // The form only offers good choices: back to it, with the word that one was none of them.
        return seeOther(backToService(request), {
          flash: { tone: 'danger', code: 'queue-limit-unknown' },
        });
      }
      return seeOther(backToService(request), { flash: { tone: 'good', code: 'queue-limit-set' } });
    },
  ),
];

async function holidayPage(
  ctx: Ctx,
  refused: { errors?: Record<string, string>; values?: Record<string, string> },
) {
  const holiday = await findHoliday(ctx, requireMember(ctx));
  const today = Temporal.Instant.fromEpochMilliseconds(ctx.clock.now().getTime())
    .toZonedDateTimeISO(ctx.reader.timeZone)
    .toPlainDate();
  const bounds = {
    from: today.add({ days: 1 }).toString(),
    to: today.add({ days: MOST_DAYS - 1 }).toString(),
  };
  const { title } = catalogueWords(ctx.reader).holiday;
  const body = <HolidayPage holiday={holiday} bounds={bounds} {...refused} />;
  return page({ title, noindex: true }, body, { status: refused.errors ? 422 : 200 });
}

/** The first instant of a day as the member's calendar has it; undefined for what is no day. */
function dayStart(day: string, timeZone: string): Date | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  try {
    const start = Temporal.PlainDate.from(day).toZonedDateTime(timeZone);
    return new Date(start.epochMilliseconds);
  } catch {
    return undefined;
  }
}
