import { type Answer, get, type HttpRequest, page, post, readForm, seeOther } from '#platform/http';
import { listOutbox } from '#platform/mail';
import { NotFound } from '#platform/refusals';
import { addMs, HOUR_MS } from '#platform/time';
import { clockOutlook } from '../clock-outlook.report.ts';
import { listDemoLogins } from '../demo-logins.report.ts';
import { operationsWords } from '../locales/index.ts';
import { moveClock } from '../move-clock.ts';
import { operationsPaths } from '../operations-paths.ts';
import { clockForm, clockStepHours } from './clock.forms.ts';
import { ClockPage, type ClockView } from './clock.page.tsx';
import { DemoPage } from './demo.page.tsx';
import { OutboxPage } from './outbox.page.tsx';

type Run = (request: HttpRequest) => Promise<Answer>;

/** Outside a demonstration none of these pages exists. */
const onlyInDemo =
  (run: Run): Run =>
  (request) => {
    if (!request.ctx.site.demo) throw new NotFound();
    return run(request);
  };

async function showClock(
  { ctx }: HttpRequest,
  form: Pick<ClockView, 'errors' | 'values'> = {},
  status = 200,
): Promise<Answer> {
  const now = ctx.clock.now();
  const untils = clockStepHours.map((hours) => addMs(now, hours * HOUR_MS));
  const view = await clockOutlook(ctx, untils);
  const head = { title: operationsWords(ctx.reader).clock.title, noindex: true };
  return page(head, <ClockPage view={{ ...view, ...form }} />, { status });
}

async function move(request: HttpRequest): Promise<Answer> {
  const form = readForm(clockForm, request.body);
  if (!form.ok) {
    const { errors: words } = operationsWords(request.ctx.reader).clock;
    const errors = { hours: words[form.errors.hours ?? ''] ?? words['invalid'] ?? '' };
    return showClock(request, { errors, values: form.raw }, 422);
  }
  await moveClock(request.ctx, { byMs: form.values.hours * HOUR_MS });
  return seeOther(operationsPaths.clock, {
    flash: { tone: 'good', code: 'operations-clock-moved' },
  });
}

/** The pages of a demonstration: its logins, its mail, its clock. Open to strangers, on loopback. */
export const demoRoutes = [
  get(
    operationsPaths.demo,
    { access: 'public' },
    onlyInDemo(async ({ ctx }) => {
      const head = { title: operationsWords(ctx.reader).demo.title, noindex: true };
      return page(head, <DemoPage logins={await listDemoLogins(ctx)} />);
    }),
  ),
  get(
    operationsPaths.outbox,
    { access: 'public' },
    onlyInDemo(async ({ ctx, query }) => {
      const wanted = typeof query.to === 'string' ? query.to.trim().toLowerCase() : '';
      const recipient = wanted === '' ? undefined : wanted.slice(0, 254);
      const mails = await listOutbox(ctx, recipient);
      const head = { title: operationsWords(ctx.reader).outbox.title, noindex: true };
      return page(head, <OutboxPage mails={mails} recipient={recipient} />);
    }),
  ),
  get(
    operationsPaths.clock,
    { access: 'public' },
    onlyInDemo((request) => showClock(request)),
  ),
  post(
    operationsPaths.clock,
    { access: 'public', refusedTo: () => operationsPaths.clock },
    onlyInDemo(move),
  ),
];
