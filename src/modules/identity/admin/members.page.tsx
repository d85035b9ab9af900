import {
  Badge,
  Bdi,
  Button,
  type Column,
  DateTime,
  EmptyState,
  Form,
  LinkButton,
  PageHead,
  Row,
  Select,
  Table,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import { MemberLine } from '../fragments/member-line.tsx';
import { identityPaths } from '../identity-paths.ts';
import { identityWords } from '../locales/index.ts';
import { type Role, roles } from '../member.ts';
import type { StaffMemberRow } from '../staff/list-members.ts';

export interface MembersView {
  members: readonly StaffMemberRow[];
  query: string;
  role: Role | undefined;
  page: number;
  hasNext: boolean;
}

function Filter({ query, role }: { query: string; role: Role | undefined }) {
  const words = identityWords(useReader());
  return (
    <Form action={identityPaths.staffMembers} method="get" class="filter-row">
      <TextInput name="q" type="search" label={words.staff.search} value={query} required />
      <Select
        name="role"
        label={words.staff.role}
        placeholder={words.staff.anyRole}
        value={role ?? ''}
        options={roles.map((value) => ({ value, label: words.roles[value] }))}
        required
      />
      <Button kind="secondary" icon="search">
        {words.staff.searchButton}
      </Button>
    </Form>
  );
}

function useColumns(): Column<StaffMemberRow>[] {
  const { staff, roles: roleWords } = identityWords(useReader());
  return [
    {
      header: staff.name,
      primary: true,
      cell: (member) => (
        <MemberLine member={member} href={identityPaths.staffMember(member.memberId)} />
      ),
    },
    {
      header: staff.email,
      cell: (member) => (
        <>
          <Bdi dir="ltr">{member.email}</Bdi>{' '}
          {!member.emailVerified && <Badge tone="warn">{staff.unverified}</Badge>}
        </>
      ),
    },
    {
      header: staff.role,
      cell: (member) =>
        member.roles.length === 0
          ? '—'
          : member.roles.map((role) => <Badge key={role}>{roleWords[role]}</Badge>),
    },
    { header: staff.joined, cell: (member) => <DateTime at={member.joinedAt} style="short" /> },
    {
      header: staff.lastSeen,
      cell: (member) =>
        member.lastSeenAt ? <DateTime at={member.lastSeenAt} style="relative" /> : staff.never,
    },
  ];
}

function Steps({ query, role, page, hasNext }: MembersView) {
  const words = identityWords(useReader());
  const href = (to: number) => {
    const search = new URLSearchParams({ q: query, role: role ?? '', page: String(to) });
    return `${identityPaths.staffMembers}?${search}`;
  };
  return (
    <Row between>
      {page > 1 ? (
        <LinkButton kind="secondary" href={href(page - 1)}>
          {words.staff.previous}
        </LinkButton>
      ) : (
        <span />
      )}
      {hasNext && (
        <LinkButton kind="secondary" href={href(page + 1)}>
          {words.staff.next}
        </LinkButton>
      )}
    </Row>
  );
}

/** Finds members by name, email or handle. */
export function MembersPage(view: MembersView) {
  const { staff } = identityWords(useReader());
  const columns = useColumns();
  return (
    <Wrap>
      <PageHead title={staff.members} />
      <Filter query={view.query} role={view.role} />
      {view.members.length === 0 ? (
        <EmptyState title={staff.none}>
          <p>{staff.noneText}</p>
        </EmptyState>
      ) : (
        <>
          <p class="mute">{staff.found(view.members.length)}</p>
          <Table
            caption={staff.members}
            columns={columns}
            rows={view.members}
            rowKey={(member) => member.memberId}
          />
          <Steps {...view} />
        </>
      )}
    </Wrap>
  );
}
