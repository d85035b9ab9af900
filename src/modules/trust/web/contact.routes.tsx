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
import { type Limit, spendTry } from '#platform/limits';
import { InvalidInput } from '#platform/refusals';
import { z } from 'zod';
import { getOwnCase, listOwnCases } from '../ladder/list-contact-cases.ts';
import { objectToContact } from '../ladder/object-to-contact.ts';
import { trustWords } from '../locales/index.ts';
import { trustPaths } from '../trust-paths.ts';
import { ContactCasePage, ContactCasesPage } from './contact-pages.tsx';

/** SPEC 7.5. */
const LIMIT: Limit = { act: 'contact-objection', points: 60, windowSeconds: 3_600 };

const objectionForm = z.object({ reason: z.string().default('') });
const idOf = (request: HttpRequest) => request.params.caseId ?? '';
const caseOf = (request: HttpRequest) => trustPaths.case(idOf(request));

/** Where members see what was masked of theirs, and object (SPEC 7.2). */
export const contactRoutes: readonly Route[] = [
  get(trustPaths.cases, { access: 'member' }, async ({ ctx }) => {
    const { title } = trustWords(ctx.reader).contact.list;
    return page({ title, noindex: true }, <ContactCasesPage {...(await listOwnCases(ctx))} />);
  }),
  get('/contact-cases/:caseId', { access: 'member', example: 'contact-case' }, (request) =>
    showCase(request),
  ),
  post(
    '/contact-cases/:caseId/objection',
    { access: 'member', refusedTo: caseOf },
    async (request) => {
      const { ctx, body } = request;
      await spendTry(ctx, LIMIT, requireMember(ctx));
      const form = readForm(objectionForm, body);
      const reason = form.ok ? form.values.reason : '';
      try {
        await objectToContact(ctx, { caseId: idOf(request), reason });
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        return showCase(request, error.fields);
      }
      return seeOther(caseOf(request), { flash: { tone: 'good', code: 'contact-objected' } });
    },
  ),
];

async function showCase(request: HttpRequest, codes?: Record<string, string>): Promise<Answer> {
  const { ctx, body } = request;
  const words = trustWords(ctx.reader).contact;
  const problems = words.problems as Record<string, string>;
  const errors =
    codes &&
    Object.fromEntries(
      Object.entries(codes).map(([field, code]) => [
        field,
        problems[code] ?? problems.invalid ?? code,
      ]),
    );
  const one = await getOwnCase(ctx, idOf(request));
  return page(
    { title: words.page.title, noindex: true },
    <ContactCasePage one={one} errors={errors} values={codes && formValues(body)} />,
    { status: codes ? 422 : 200 },
  );
}
