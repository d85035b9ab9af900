import {
  Badge,
  Bdi,
  DateTime,
  Disclosure,
  EmptyState,
  LinkButton,
  Money,
  PageHead,
  Panel,
  PostButton,
  Row,
  Stack,
  useReader,
  Wrap,
} from '#ui';
import { formatNumber } from '#platform/i18n';
import { myServicePath } from '../../catalogue-paths.ts';
import { ComparedVersions } from '../../fragments/compared-versions.tsx';
import { catalogueWords } from '../../locales/index.ts';
import type { Revision, Service } from '../../service.ts';
import type { FieldChange } from '../../versions/compare-texts.ts';
import type { SoldVersion } from '../../versions/list-versions.ts';

export interface ShownVersion extends SoldVersion {
  /** Against the one before; undefined for the first that is kept. */
  changes: FieldChange[] | undefined;
  olderImages: readonly string[];
}

export interface NextVersion {
  state: Revision['state'];
  submittedAt: Date;
  notes: Readonly<Record<string, string>>;
  changes: FieldChange[];
  images: readonly string[];
  soldImages: readonly string[];
}

/** What is sold, what waits for a reviewer, and what was sold before, each against the one before it. */
export function VersionsPage(props: {
  service: Service;
  sold: readonly ShownVersion[];
  next: NextVersion | undefined;
}) {
  const { service, sold, next } = props;
  const { versions, editor } = catalogueWords(useReader());
  const path = myServicePath(service.serviceId);
  return (
    <Wrap>
      <PageHead
        title={versions.title}
        lead={<Bdi>{service.title}</Bdi>}
        actions={
          <LinkButton kind="secondary" href={path}>
            {editor.backToEditing}
          </LinkButton>
        }
      />
      <Stack gap={6}>
        <p class="mute">{versions.lead}</p>
        {next && <Next next={next} path={path} />}
        {sold.map((version) => (
          <Sold key={version.version} version={version} />
        ))}
        {sold.length === 0 && <EmptyState title={versions.none}>{versions.noneText}</EmptyState>}
      </Stack>
    </Wrap>
  );
}

function Next({ next, path }: { next: NextVersion; path: string }) {
  const { versions, editor, mine } = catalogueWords(useReader());
  const names: Readonly<Record<string, string>> = editor.fields;
  const labels = { before: versions.soldNow, after: versions.next };
  return (
    <Panel
      title={versions.next}
      action={
        <Badge tone={next.state === 'rejected' ? 'danger' : 'info'}>
          {mine.revisionStates[next.state]}
        </Badge>
      }
    >
      <Stack>
        <p class="mute">
          {versions.sentAt} <DateTime at={next.submittedAt} />
        </p>
        {Object.entries(next.notes).map(([field, note]) => (
          <p key={field}>
            <strong>{names[field] ?? field}:</strong> <Bdi>{note}</Bdi>
          </p>
        ))}
        <ComparedVersions
          changes={next.changes}
          beforeImages={next.soldImages}
          afterImages={next.images}
          labels={labels}
        />
        <Row>
          {next.state === 'pending_review' && (
            <PostButton kind="secondary" action={`${path}/withdrawal`}>
              {mine.withdrawRevision}
            </PostButton>
          )}
          {next.state !== 'pending_review' && (
            <PostButton action={`${path}/submission`}>{mine.resubmit}</PostButton>
          )}
          <PostButton kind="secondary" action={`${path}/revision-drop`}>
            {mine.dropRevision}
          </PostButton>
        </Row>
      </Stack>
    </Panel>
  );
}

function Sold({ version }: { version: ShownVersion }) {
  const reader = useReader();
  const { versions } = catalogueWords(reader);
  const { soldUntil, content } = version;
  return (
    <Panel
      title={versions.edition(formatNumber(reader, version.edition))}
      action={!soldUntil && <Badge tone="good">{versions.soldNow}</Badge>}
    >
      <Stack>
        <p>
          <Bdi>{content.title}</Bdi> · <Money amountMinor={content.basePriceMinor} trimZeros />
        </p>
        <p class="mute">
          {versions.from} <DateTime at={version.soldFrom} />
          {soldUntil && (
            <>
              {' '}
              {versions.until} <DateTime at={soldUntil} />
            </>
          )}
        </p>
        {version.changes && (
          <Disclosure summary={versions.whatChanged}>
            <ComparedVersions
              changes={version.changes}
              beforeImages={version.olderImages}
              afterImages={content.imageIds}
              labels={{ before: versions.older, after: versions.thisOne }}
            />
          </Disclosure>
        )}
      </Stack>
    </Panel>
  );
}
