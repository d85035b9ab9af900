import { memberCards } from '#identity';
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
import { requireMember } from '#platform/context';
import { InvalidInput } from '#platform/refusals';
import { z } from 'zod';
import { decideContact } from '../ladder/decide-contact.ts';
import { listContactDesk } from '../ladder/list-contact-cases.ts';
import { trustWords } from '../locales/index.ts';
import { trustPaths } from '../trust-paths.ts';
import { CONTACT_ROLES } from '../trust-policy.ts';
import { ContactDeskPage } from './contact-desk-page.tsx';

const decisionForm = z.object({
  outcome: z.enum(['lift', 'confirm']),
  reason: z.string().default(''),
});
const access = { roles: [...CONTACT_ROLES] };
const refusedTo = () => trustPaths.desk;

/** The staff's desk for masked contact: objections, and who did it again and again. */
export const contactDeskRoutes: readonly Route[] = [
  get(trustPaths.desk, { access }, (request) => showDesk(request)),
  post('/staff/contact/:caseId/decision', { access, refusedTo }, async (request) => {
    const { ctx, params, body } = request;
    const caseId = params.caseId ?? '';
    const form = readForm(decisionForm, body);
    if (!form.ok) return showDesk(request, { caseId, codes: form.errors });
    const { outcome, reason } = form.values;
    try {
      await decideContact(ctx, { caseId, lift: outcome === 'lift', reason });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return showDesk(request, { caseId, codes: error.fields });
    }
    const code = outcome === 'lift' ? 'contact-lifted' : 'contact-confirmed';
    return seeOther(trustPaths.desk, { flash: { tone: 'good', code } });
  }),
];

async function showDesk(
  { ctx, body }: HttpRequest,
  failed?: { caseId: string; codes: Record<string, string> },
): Promise<Answer> {
  const words = trustWords(ctx.reader).contact;
  const problems = words.problems as Record<string, string>;
  const refused = failed && {
    caseId: failed.caseId,
    values: formValues(body),
    errors: Object.fromEntries(
      Object.entries(failed.codes).map(([field, code]) => [
        field,
        problems[code] ?? words.problems.invalid,
      ]),
    ),
  };
  const desk = await listContactDesk(ctx);
  const cards = await memberCards(
    ctx,
    [...desk.waiting, ...desk.decided].flatMap(({ memberId, otherId }) => [memberId, otherId]),
  );
  const names = new Map([...cards].map(([id, card]) => [id, card.displayName]));
  const viewerId = requireMember(ctx);
  return page(
    { title: words.desk.title, noindex: true },
    <ContactDeskPage {...desk} names={names} viewerId={viewerId} refused={refused} />,
    { status: failed ? 422 : 200 },
  );
}
