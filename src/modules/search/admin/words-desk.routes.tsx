import { memberCards } from '#identity';
import {
  type Answer,
  formValues,
  type FormValues,
  get,
  type HttpRequest,
  page,
  post,
  type Route,
  seeOther,
} from '#platform/http';
import { InvalidInput } from '#platform/refusals';
import { searchWords } from '../locales/index.ts';
import { listMissed } from '../missed/list-missed.ts';
import { questionOf } from '../asking/search-choice.ts';
import { lexiconPath } from '../search-paths.ts';
import { decideProposal } from '../words/decide-proposal.ts';
import { lookUpWord } from '../words/look-up-word.ts';
import { listAdditions, listProposals } from '../words/proposal.ts';
import { proposeLine } from '../words/propose-line.ts';
import { WordsDeskPage } from './words-desk-page.tsx';

const access = { roles: ['reviewer'] } as const;
const refusedTo = () => lexiconPath;
const proposals = `${lexiconPath}/proposals`;

export const wordsDeskRoutes: Route[] = [
  get(lexiconPath, { access }, (request) => showDesk(request)),
  post(proposals, { access, refusedTo }, async (request) => {
    const values = formValues(request.body);
    const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
    try {
      await proposeLine(request.ctx, {
        verb: text('verb') === 'end' ? 'end' : 'add',
        kind: text('kind'),
        line: text('line'),
        reason: text('reason'),
      });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return showDesk(request, { fields: error.fields, values });
    }
    return good('line-proposed');
  }),
  post(`${proposals}/:proposalId/approval`, { access, refusedTo }, (request) =>
    decide(request, true),
  ),
  post(`${proposals}/:proposalId/rejection`, { access, refusedTo }, (request) =>
    decide(request, false),
  ),
];

const good = (code: string) => seeOther(lexiconPath, { flash: { tone: 'good', code } });

async function decide({ ctx, params }: HttpRequest, approved: boolean): Promise<Answer> {
  await decideProposal(ctx, { proposalId: params.proposalId ?? '', approved });
  return good(approved ? 'line-approved' : 'line-declined');
}

async function showDesk(
  { ctx, query }: HttpRequest,
  refused?: { fields: Record<string, string>; values: FormValues },
): Promise<Answer> {
  const words = searchWords(ctx.reader).desk;
  const text = questionOf(query);
  const [list, additions, missed, lookedUp] = await Promise.all([
    listProposals(ctx),
    listAdditions(ctx),
    listMissed(ctx),
    text === '' ? undefined : lookUpWord(ctx, text),
  ]);
  const people = await memberCards(ctx, [...new Set(list.map(({ proposedBy }) => proposedBy))]);
  const problems = words.problems as Record<string, string>;
  const errors = Object.fromEntries(
    Object.entries(refused?.fields ?? {}).map(([field, code]) => [field, problems[code] ?? code]),
  );
  return page(
    { title: words.title, noindex: true },
    <WordsDeskPage
      text={text}
      lookedUp={lookedUp}
      proposals={list}
      nameOf={(memberId) => people.get(memberId)?.displayName ?? ''}
      additions={additions}
      missed={missed}
      errors={refused && errors}
      values={refused?.values}
    />,
    { status: refused ? 422 : 200 },
  );
}
