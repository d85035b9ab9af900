import { isLevel, setStanding, standingOf } from '#trust';
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
import { identityPaths } from '../identity-paths.ts';
import { errorTexts } from '../locales/error-texts.ts';
import { identityWords } from '../locales/index.ts';
import { isRole } from '../member.ts';
import { getMember } from '../member-store.ts';
import { getStaffCard } from '../staff/get-staff-card.ts';
import { grantRole } from '../staff/grant-role.ts';
import { listMembers } from '../staff/list-members.ts';
import { revokeRole } from '../staff/revoke-role.ts';
import { MemberCardPage } from './member-card.page.tsx';
import { levelForm, type RefusedForm, rolesForm } from './members.forms.ts';
import { MembersPage } from './members.page.tsx';

const cardOf = ({ params }: HttpRequest) => identityPaths.staffMember(params.memberId ?? '');
const support = { access: { roles: ['support'] }, refusedTo: cardOf };
const admins = { access: { roles: ['admin'] }, refusedTo: cardOf };

async function showList({ ctx, query }: HttpRequest): Promise<Answer> {
  const text = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 100) : '');
  const q = text(query.q);
  const wished = text(query.role);
  const role = isRole(wished) ? wished : undefined;
  const wishedPage = Number(text(query.page)) || 1;
  const found = await listMembers(ctx, { query: q, role, page: Math.trunc(wishedPage) });
  const title = identityWords(ctx.reader).staff.members;
  return page({ title, noindex: true }, <MembersPage {...found} query={q} role={role} />);
}

async function showCard({ ctx, params }: HttpRequest, refused?: RefusedForm): Promise<Answer> {
  const memberId = params.memberId ?? '';
  const card = await getStaffCard(ctx, memberId);
  const level = await standingOf(ctx, memberId);
  const mayChangeRoles = ctx.actor.kind === 'member' && ctx.actor.roles.includes('admin');
  const view = { card, level, mayChangeRoles, refused };
  const title = `${identityWords(ctx.reader).staff.card}: ${card.member.displayName}`;
  return page({ title, noindex: true }, <MemberCardPage {...view} />, {
    status: refused ? 422 : 200,
  });
}

function refuse(
  request: HttpRequest,
  form: RefusedForm['form'],
  codes: Record<string, string>,
): Promise<Answer> {
  const errors = errorTexts(request.ctx.reader, codes);
  return showCard(request, { form, errors, values: formValues(request.body) });
}

async function changeRoles(request: HttpRequest): Promise<Answer> {
  const { ctx, params, body } = request;
  const form = readForm(rolesForm, body);
  if (!form.ok) return refuse(request, 'roles', form.errors);
  const { change, role, reason } = form.values;
  const memberId = params.memberId ?? '';
  if (!isRole(role)) return refuse(request, 'roles', { role: 'invalid' });
  await (change === 'grant' ? grantRole : revokeRole)(ctx, { memberId, role, reason });
  const flash = { tone: 'good', code: 'identity-roles-saved' } as const;
  return seeOther(cardOf(request), { flash });
}

async function changeLevel(request: HttpRequest): Promise<Answer> {
  const { ctx, params, body } = request;
  const form = readForm(levelForm, body);
  if (!form.ok) return refuse(request, 'level', form.errors);
  const { level, levelReason: reason } = form.values;
  if (!isLevel(level)) return refuse(request, 'level', { level: 'invalid' });
  const { memberId } = await getMember(ctx, params.memberId ?? '');
  await setStanding(ctx, { memberId, level, reason });
  const flash = { tone: 'good', code: 'trust-standing-set' } as const;
  return seeOther(cardOf(request), { flash });
}

/** Members as the staff sees them (SPEC 11). */
export const membersRoutes: Route[] = [
  get(identityPaths.staffMembers, { access: { roles: ['support'] } }, showList),
  get(identityPaths.staffMember(':memberId'), { ...support, example: 'staff-member' }, (request) =>
    showCard(request),
  ),
  post(identityPaths.staffRoles(':memberId'), admins, changeRoles),
  post(identityPaths.staffStanding(':memberId'), support, changeLevel),
];
