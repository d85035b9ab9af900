import { LevelBadge } from '#trust/ui';
import type { Level } from '#trust';
import { formatNumber } from '#platform/i18n';
import {
  Badge,
  Bdi,
  Button,
  DateTime,
  DetailList,
  ErrorSummary,
  Form,
  LinkButton,
  PageHead,
  Panel,
  RadioGroup,
  Row,
  Select,
  Stack,
  TextArea,
  useReader,
  WithAside,
  Wrap,
} from '#ui';
import { MemberAvatar } from '../fragments/member-avatar.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import { roles } from '../member.ts';
import type { StaffCard } from '../staff/get-staff-card.ts';
import { ActList } from './act-list.page.tsx';
import { LevelForm } from './level-form.page.tsx';
import type { RefusedForm } from './members.forms.ts';

export interface MemberCardView {
  card: StaffCard;
  level: Level;
  /** The viewer may change roles. */
  mayChangeRoles: boolean;
  refused?: RefusedForm;
}

function RolesForm({ card, refused }: Pick<MemberCardView, 'card' | 'refused'>) {
  const { staff, roles: roleWords } = identityWords(useReader());
  const own = refused?.form === 'roles' ? refused : undefined;
  return (
    <Form
      action={identityPaths.staffRoles(card.member.memberId)}
      errors={own?.errors}
      values={own?.values}
    >
      <Stack>
        <ErrorSummary />
        <RadioGroup
          name="change"
          label={staff.change}
          options={[
            { value: 'grant', label: staff.changeGrant },
            { value: 'revoke', label: staff.changeRevoke },
          ]}
          value="grant"
          inline
          required
        />
        <Select
          name="role"
          label={staff.role}
          options={roles.map((value) => ({ value, label: roleWords[value] }))}
          required
        />
        <TextArea
          name="reason"
          label={staff.reason}
          hint={staff.reasonHint}
          rows={2}
          maxLength={500}
          required
        />
        <Button kind="secondary">{staff.saveRoles}</Button>
      </Stack>
    </Form>
  );
}

function RolesPanel(view: MemberCardView) {
  const { staff, roles: roleWords } = identityWords(useReader());
  const held = view.card.roles;
  return (
    <Panel title={staff.rolesTitle} id="roles">
      <Stack>
        {held.length === 0 ? (
          <p class="mute">{staff.noRoles}</p>
        ) : (
          <Row>
            {held.map((role) => (
              <Badge key={role} tone="good">
                {roleWords[role]}
              </Badge>
            ))}
          </Row>
        )}
        {view.mayChangeRoles && <RolesForm card={view.card} refused={view.refused} />}
      </Stack>
    </Panel>
  );
}

function EmailOf({ member }: { member: StaffCard['member'] }) {
  const { staff } = identityWords(useReader());
  const { email, emailVerified } = member;
  return (
    <>
      <Bdi dir="ltr" class="breakable">
        {email}
      </Bdi>{' '}
      <Badge tone={emailVerified ? 'good' : 'warn'}>
        {emailVerified ? staff.verified : staff.unverified}
      </Badge>
    </>
  );
}

function AboutPanel({ card, level }: Pick<MemberCardView, 'card' | 'level'>) {
  const reader = useReader();
  const { staff } = identityWords(reader);
  const { member } = card;
  const countries = new Intl.DisplayNames(reader.locale, { type: 'region' });
  const languages = new Intl.DisplayNames(reader.locale, { type: 'language' });
  return (
    <Panel>
      <DetailList
        items={[
          { label: staff.level, value: <LevelBadge level={level} /> },
          { label: staff.email, value: <EmailOf member={member} /> },
          { label: staff.handle, value: <Bdi dir="ltr">{member.handle}</Bdi> },
          { label: staff.country, value: member.country ? countries.of(member.country) : '—' },
          { label: staff.timeZone, value: <Bdi dir="ltr">{member.timeZone}</Bdi> },
          { label: staff.locale, value: languages.of(member.locale) },
          { label: staff.joined, value: <DateTime at={member.joinedAt} /> },
          {
            label: staff.lastSeen,
            value: member.lastSeenAt ? (
              <DateTime at={member.lastSeenAt} style="relative" />
            ) : (
              staff.never
            ),
          },
          { label: staff.sessions, value: formatNumber(reader, card.sessions.length) },
        ]}
      />
    </Panel>
  );
}

/** One member as the staff sees them: who, level, roles, and what the staff did. */
export function MemberCardPage(view: MemberCardView) {
  const { staff } = identityWords(useReader());
  const { member } = view.card;
  const title = (
    <span class="member-line">
      <MemberAvatar member={member} size="large" />
      <Bdi>{member.displayName}</Bdi>
    </span>
  );
  const actions = (
    <LinkButton
      kind="secondary"
      size="small"
      icon="external-link"
      href={`/sellers/${member.handle}`}
    >
      {staff.publicPage}
    </LinkButton>
  );
  return (
    <Wrap>
      <PageHead title={title} actions={actions} />
      <WithAside aside={<AboutPanel card={view.card} level={view.level} />} asideFirst>
        <Stack gap={6}>
          <LevelForm memberId={member.memberId} level={view.level} refused={view.refused} />
          <RolesPanel {...view} />
          <ActList acts={view.card.acts} />
        </Stack>
      </WithAside>
    </Wrap>
  );
}
