import type { FormValues } from '#platform/http';
import {
  Badge,
  Banner,
  Bdi,
  Button,
  EmptyState,
  ErrorSummary,
  Form,
  Link,
  PageHead,
  Panel,
  PostButton,
  DateTime,
  Section,
  Stack,
  Table,
  TextArea,
  Timeline,
  useReader,
  Wrap,
} from '#ui';
import { ContactFindings, LevelBadge } from '#trust/ui';
import { reviewPath, sellerPath } from '../catalogue-paths.ts';
import type { CategoryTree } from '../categories/categories.ts';
import { ComparedVersions, type ComparedVersionsProps } from '../fragments/compared-versions.tsx';
import { ServiceView, type ServiceViewProps } from '../fragments/service-view.tsx';
import { catalogueWords } from '../locales/index.ts';
import type { ServiceContact } from '../reviewing/find-service-contact.ts';
import type { HistoryLine } from '../reviewing/get-service-for-review.ts';
import type { WaitingReview } from '../reviewing/list-waiting-reviews.ts';
import { reasonLength, reviewedFields } from '../reviewing/reject-service.ts';
import type { Service } from '../service.ts';
import type { SimilarService } from '../similar/find-similar.ts';
import { SimilarServices } from './similar-services.tsx';
import { latestState, latestVersion } from '../versions/revision.ts';

/** The oldest services first, each with who sells it and how long it has waited. */
export function ReviewQueuePage(props: {
  waiting: readonly WaitingReview[];
  total: number;
  tree: CategoryTree;
}) {
  const reader = useReader();
  const { review } = catalogueWords(reader);
  const leafName = (key: string) => {
    const leaf = props.tree.leafOf(key);
    return (reader.locale === 'ar' ? leaf?.nameAr : leaf?.nameEn) ?? '';
  };
  return (
    <Wrap>
      <PageHead title={review.title} lead={review.waiting(props.total)} />
      {props.waiting.length === 0 ? (
        <EmptyState title={review.waiting(0)}>{review.emptyText}</EmptyState>
      ) : (
        <Table
          caption={review.title}
          rows={props.waiting}
          rowKey={(row) => row.serviceId}
          columns={[
            {
              header: review.service,
              primary: true,
              cell: (row) => (
                <Link href={reviewPath(row.serviceId)}>
                  <Bdi>{row.title}</Bdi>
                </Link>
              ),
            },
            {
              header: review.seller,
              cell: (row) => (
                <>
                  <Bdi>{row.sellerName}</Bdi> <LevelBadge level={row.sellerLevel} />
                </>
              ),
            },
            { header: review.category, cell: (row) => leafName(row.leafKey) },
            {
              header: review.kind,
              cell: (row) => (
                <Badge tone={row.revision ? 'info' : 'neutral'}>
                  {row.revision ? review.revision : row.again ? review.again : review.fresh}
                </Badge>
              ),
            },
            {
              header: review.since,
              cell: (row) => <DateTime at={row.submittedAt} style="relative" />,
            },
          ]}
        />
      )}
    </Wrap>
  );
}

export interface ReviewPageProps {
  service: Service;
  view: ServiceViewProps;
  /** Of the next version of a service on sale: what it changes. */
  compared?: Omit<ComparedVersionsProps, 'labels'>;
  /** What is much like it, the likest first. */
  similar: readonly SimilarService[];
  /** What in its texts looks like contact outside. */
  contact: readonly ServiceContact[];
  history: readonly HistoryLine[];
  errors?: Record<string, string>;
  values?: FormValues;
}

/** The service as buyers would see it, and the decision under it. */
export function ReviewPage(props: ReviewPageProps) {
  const { service, view, compared, similar, contact, history, errors, values } = props;
  const { review, editor, states, versions } = catalogueWords(useReader());
  const open = latestState(service) === 'pending_review';
  return (
    <Wrap>
      <PageHead
        title={review.title}
        lead={
          <>
            <Link href={sellerPath(view.seller.handle)}>
              <Bdi>{view.seller.name}</Bdi>
            </Link>{' '}
            · {review.declared}
          </>
        }
        actions={<Link href="/staff/reviews">{review.skip}</Link>}
      />
      {compared && (
        <Section title={review.changedFields}>
          <p class="mute">{review.revisionNote}</p>
          <ComparedVersions
            {...compared}
            labels={{ before: versions.soldNow, after: versions.next }}
          />
        </Section>
      )}
      <ContactFindings
        to="reviewer"
        findings={contact.map((one) => ({ ...one, label: editor.fields[one.field] }))}
      />
      <ServiceView {...view} heading={2} />
      <div class="listing-body">
        <Stack gap={6}>
          <SimilarServices similar={similar} />
          {open ? (
            <Decision service={service} errors={errors} values={values} />
          ) : (
            <Banner>
              {review.decided} <Badge>{states[latestState(service)]}</Badge>
            </Banner>
          )}
          <Panel title={review.history}>
            <Timeline
              items={history.map((line, index) => ({
                key: String(index),
                at: line.at,
                what: (
                  <>
                    {(review.verbs as Readonly<Record<string, string>>)[line.verb] ?? line.verb}
                    {Object.values(line.notes).map((note) => (
                      <p class="mute">
                        <bdi>{note}</bdi>
                      </p>
                    ))}
                  </>
                ),
              }))}
            />
          </Panel>
        </Stack>
      </div>
    </Wrap>
  );
}

function Decision(props: {
  service: Service;
  errors?: Record<string, string>;
  values?: FormValues;
}) {
  const { service } = props;
  const { review, editor } = catalogueWords(useReader());
  const path = reviewPath(service.serviceId);
  const version = String(latestVersion(service));
  return (
    <>
      <Panel title={review.decision}>
        <PostButton action={`${path}/approval`} fields={{ version }} icon="check">
          {review.approve}
        </PostButton>
      </Panel>
      <Panel title={review.rejectTitle} id="rejection">
        <Form action={`${path}/rejection`} errors={props.errors} values={props.values}>
          <Stack>
            <ErrorSummary />
            <p class="mute">{review.rejectHint}</p>
            <input type="hidden" name="version" value={version} />
            {reviewedFields.map((field) => (
              <TextArea
                key={field}
                name={field}
                label={editor.fields[field]}
                rows={2}
                maxLength={reasonLength.to}
              />
            ))}
            <Button kind="danger">{review.reject}</Button>
          </Stack>
        </Form>
      </Panel>
    </>
  );
}
