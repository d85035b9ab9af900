import { orderPath } from '#orders';
import type { ComponentChildren } from 'preact';
import {
  Badge,
  Bdi,
  DateTime,
  DecisionForm,
  EmptyState,
  Link,
  PageHead,
  Panel,
  Row,
  Section,
  Stack,
  StarRating,
  useReader,
  UserText,
  Wrap,
} from '#ui';
import type { Appeal } from '../appeals/list-appeals.ts';
import { reviewsWords } from '../locales/index.ts';
import { averageOf } from '../review.ts';
import { appealsPath } from '../review-paths.ts';

interface AppealsPageProps {
  waiting: readonly Appeal[];
  decided: readonly Appeal[];
  refused:
    | {
        appealId: string;
        errors: Record<string, string>;
        values: Record<string, string | string[]>;
      }
    | undefined;
}

/** Appeals that wait for a decision, and the last ones decided. */
export function AppealsPage({ waiting, decided, refused }: AppealsPageProps) {
  const words = reviewsWords(useReader()).desk;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Section title={words.waiting} tight>
        {waiting.length === 0 ? (
          <EmptyState title={words.none} level={3} />
        ) : (
          <Stack>
            {waiting.map((appeal) => (
              <AppealPanel key={appeal.appealId} appeal={appeal}>
                {appeal.involved ? (
                  <p class="mute">{words.involved}</p>
                ) : (
                  <DecisionForm
                    id={appeal.appealId}
                    action={`${appealsPath}/${appeal.appealId}/decision`}
                    words={{ ...words, outcome: words.decision }}
                    options={[
                      { value: 'hide', label: words.hide },
                      { value: 'keep', label: words.keep },
                    ]}
                    refused={refused?.appealId === appeal.appealId ? refused : undefined}
                  />
                )}
              </AppealPanel>
            ))}
          </Stack>
        )}
      </Section>
      {decided.length > 0 && (
        <Section title={words.decided}>
          <Stack>
            {decided.map((appeal) => (
              <AppealPanel key={appeal.appealId} appeal={appeal}>
                <Row>
                  <Badge tone={appeal.outcome === 'hidden' ? 'warn' : 'neutral'}>
                    {words.outcomes[appeal.outcome ?? 'kept']}
                  </Badge>
                  <span>
                    <Bdi>{appeal.decisionReason}</Bdi>
                  </span>
                </Row>
              </AppealPanel>
            ))}
          </Stack>
        </Section>
      )}
    </Wrap>
  );
}

function AppealPanel(props: { appeal: Appeal; children: ComponentChildren }) {
  const words = reviewsWords(useReader()).desk;
  const { review, ...appeal } = props.appeal;
  const isolated = (name: string) => `\u2068${name}\u2069`;
  return (
    <Panel
      level={3}
      title={words.about(isolated(appeal.authorName), isolated(appeal.subjectName))}
      action={<Link href={orderPath(review.orderId)}>{words.order}</Link>}
    >
      <Stack>
        <Row>
          <StarRating average={averageOf(review.given)} look="five" />
          <span class="mute">
            <DateTime at={review.writtenAt} />
          </span>
        </Row>
        <UserText text={review.body} />
        <div class="review-answer">
          <p class="review-head">
            <b>{words.appealed(isolated(appeal.subjectName))}</b>
            <span class="mute">
              <DateTime at={appeal.askedAt} style="dateTime" />
            </span>
          </p>
          <UserText text={appeal.reason} />
        </div>
        {props.children}
      </Stack>
    </Panel>
  );
}
