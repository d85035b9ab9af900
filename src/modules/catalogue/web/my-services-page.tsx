import { formatNumber } from '#platform/i18n';
import {
  Badge,
  Banner,
  Bdi,
  DateTime,
  EmptyState,
  Link,
  LinkButton,
  Money,
  PageHead,
  PostButton,
  Row,
  Table,
  Tabs,
  type Tone,
  useReader,
  Wrap,
} from '#ui';
import { myServicePath, servicePath } from '../catalogue-paths.ts';
import type { Holiday } from '../holidays/holiday-store.ts';
import type { OwnServiceLine } from '../listing/list-own-services.ts';
import { catalogueWords } from '../locales/index.ts';
import { canMove, countedStates, type ServiceState, serviceStates } from '../service.ts';

export const stateTones: Readonly<Record<ServiceState, Tone>> = {
  draft: 'neutral',
  pending_review: 'info',
  published: 'good',
  paused: 'warn',
  rejected: 'danger',
  archived: 'neutral',
};

export interface MyServicesPageProps {
  lines: readonly OwnServiceLine[];
  state: ServiceState | undefined;
  limit: number;
  holiday: Holiday | undefined;
}

/** What a member sells, by state, with what can be done to each. */
export function MyServicesPage(props: MyServicesPageProps) {
  const { lines, state, limit, holiday } = props;
  const reader = useReader();
  const { mine, states, holiday: words } = catalogueWords(reader);
  const shown = lines.filter((line) => (state ? line.state === state : line.state !== 'archived'));
  const used = lines.filter((line) => countedStates.includes(line.state)).length;
  const tab = (of: ServiceState | undefined) => ({
    href: of ? `/my/services?state=${of}` : '/my/services',
    label: of ? states[of] : mine.all,
    count: lines.filter((line) => (of ? line.state === of : line.state !== 'archived')).length,
    current: of === state,
  });
  return (
    <Wrap>
      <PageHead
        title={mine.title}
        lead={mine.lead(formatNumber(reader, used), formatNumber(reader, limit))}
        actions={
          <Row>
            <LinkButton kind="quiet" href="/my/services/place" icon="search-check">
              {mine.place}
            </LinkButton>
            <LinkButton kind="secondary" href="/my/holiday">
              {words.title}
            </LinkButton>
            <LinkButton href="/my/services/new" icon="plus">
              {mine.add}
            </LinkButton>
          </Row>
        }
      />
      {holiday && (
        <Banner
          tone="warn"
          title={words.awayNow}
          action={<Link href="/my/holiday">{words.change}</Link>}
        >
          {words.until} <DateTime at={holiday.returnsAt} />
        </Banner>
      )}
      <Tabs label={mine.states} items={[tab(undefined), ...serviceStates.map(tab)]} />
      {shown.length > 0 ? (
        <Lines lines={shown} />
      ) : (
        <EmptyState title={lines.length === 0 ? mine.emptyTitle : mine.emptyState}>
          {lines.length === 0 && mine.emptyText}
        </EmptyState>
      )}
    </Wrap>
  );
}

function Lines({ lines }: { lines: readonly OwnServiceLine[] }) {
  const reader = useReader();
  const { mine, states } = catalogueWords(reader);
  return (
    <Table
      caption={mine.title}
      rows={lines}
      rowKey={(line) => line.serviceId}
      columns={[
        {
          header: mine.service,
          primary: true,
          cell: (line) => (
            <Link href={myServicePath(line.serviceId)}>
              <Bdi>{line.title}</Bdi>
            </Link>
          ),
        },
        {
          header: mine.state,
          cell: (line) => (
            <>
              <Badge tone={stateTones[line.state]}>{states[line.state]}</Badge>{' '}
              {line.revisionState && (
                <Badge tone={stateTones[line.revisionState]}>
                  {mine.revisionStates[line.revisionState]}
                </Badge>
              )}{' '}
              {line.queueLimit !== undefined && (
                <small class="mute">{mine.queue(line.running, line.queueLimit)}</small>
              )}{' '}
              {line.notesCount > 0 && <small class="mute">{mine.reasons(line.notesCount)}</small>}
            </>
          ),
        },
        {
          header: mine.price,
          numeric: true,
          cell: (line) => <Money amountMinor={line.basePriceMinor} trimZeros />,
        },
        {
          header: mine.sales,
          numeric: true,
          cell: (line) => formatNumber(reader, line.salesCount),
        },
        { header: mine.changed, cell: (line) => <DateTime at={line.changedAt} style="relative" /> },
        { header: mine.actions, cell: (line) => <Actions line={line} /> },
      ]}
    />
  );
}

function Actions({ line }: { line: OwnServiceLine }) {
  const { mine } = catalogueWords(useReader());
  const { serviceId, state, revisionState } = line;
  const path = myServicePath(serviceId);
  return (
    <Row>
      {state === 'published' && (
        <LinkButton kind="quiet" size="small" href={servicePath(line.number, line.title)}>
          {mine.view}
        </LinkButton>
      )}
      {(state === 'rejected' || revisionState === 'rejected') && (
        <PostButton kind="secondary" size="small" action={`${path}/submission`}>
          {mine.resubmit}
        </PostButton>
      )}
      {canMove(state, 'pause') && (
        <PostButton kind="secondary" size="small" action={`${path}/pause`}>
          {mine.pause}
        </PostButton>
      )}
      {canMove(state, 'resume') && (
        <PostButton kind="secondary" size="small" action={`${path}/resumption`}>
          {mine.resume}
        </PostButton>
      )}
      {canMove(state, 'restore') && (
        <PostButton kind="secondary" size="small" action={`${path}/restoration`}>
          {mine.restore}
        </PostButton>
      )}
      {(canMove(state, 'withdraw') || revisionState === 'pending_review') && (
        <PostButton kind="secondary" size="small" action={`${path}/withdrawal`}>
          {revisionState ? mine.withdrawRevision : mine.withdraw}
        </PostButton>
      )}
    </Row>
  );
}
