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
import { decideAppeal } from '../appeals/decide-appeal.ts';
import { listAppeals } from '../appeals/list-appeals.ts';
import { reviewsWords } from '../locales/index.ts';
import { appealsPath } from '../review-paths.ts';
import { APPEAL_ROLES } from '../review-policy.ts';
import { z } from 'zod';
import { AppealsPage } from './appeals-page.tsx';

const decisionForm = z.object({
  outcome: z.enum(['hide', 'keep']),
  reason: z.string().default(''),
});
const access = { roles: [...APPEAL_ROLES] };
const refusedTo = () => appealsPath;

/** The staff's desk for appeals against reviews. */
export const appealRoutes: Route[] = [
  get(appealsPath, { access }, (request) => showDesk(request)),
  post(`${appealsPath}/:appealId/decision`, { access, refusedTo }, async (request) => {
    const { ctx, params, body } = request;
    const appealId = params.appealId ?? '';
    const form = readForm(decisionForm, body);
    if (!form.ok) return showDesk(request, { appealId, codes: form.errors });
    const { outcome, reason } = form.values;
    try {
      await decideAppeal(ctx, { appealId, hide: outcome === 'hide', reason });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return showDesk(request, { appealId, codes: error.fields });
    }
    const code = outcome === 'hide' ? 'review-hidden' : 'review-kept';
    return seeOther(appealsPath, { flash: { tone: 'good', code } });
  }),
];

async function showDesk(
  { ctx, body }: HttpRequest,
  failed?: { appealId: string; codes: Record<string, string> },
): Promise<Answer> {
  const words = reviewsWords(ctx.reader);
  const problems = words.problems as Record<string, string>;
  const refused = failed && {
    appealId: failed.appealId,
    values: formValues(body),
    errors: Object.fromEntries(
      Object.entries(failed.codes).map(([field, code]) => [
        field,
        problems[code] ?? words.problems.invalid,
      ]),
    ),
  };
  const appeals = await listAppeals(ctx);
  return page(
    { title: words.desk.title, noindex: true },
    <AppealsPage {...appeals} refused={refused} />,
    { status: failed ? 422 : 200 },
  );
}
