import type { ComponentChildren } from 'preact';
import {
  Badge,
  Bdi,
  DateTime,
  DecisionForm,
  EmptyState,
  PageHead,
  Panel,
  Row,
  Section,
  Stack,
  useReader,
  UserText,
  Wrap,
} from '#ui';
import { ContactText } from '../fragments/contact-text.tsx';
import type { ContactCase } from '../ladder/contact-case.ts';
import { trustWords } from '../locales/index.ts';
import { trustPaths } from '../trust-paths.ts';

interface DeskProps {
  waiting: readonly ContactCase[];
  decided: readonly ContactCase[];
  /** Names by member id. */
  names: ReadonlyMap<string, string>;
  viewerId: string;
  refused:
    | {
        caseId: string;
        errors: Record<string, string>;
        values: Record<string, string | string[]>;
      }
    | undefined;
}

/** What was masked and objected to, and who did it again and again; and the last decisions. */
export function ContactDeskPage({ waiting, decided, names, viewerId, refused }: DeskProps) {
  const { desk: words, states } = trustWords(useReader()).contact;
  const involved = (one: ContactCase) => one.memberId === viewerId || one.otherId === viewerId;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Section title={words.waiting} tight>
        {waiting.length === 0 ? (
          <EmptyState title={words.none} level={3} />
        ) : (
          <Stack>
            {waiting.map((one) => (
              <CasePanel key={one.caseId} one={one} names={names}>
                {involved(one) ? (
                  <p class="mute">{words.involved}</p>
                ) : (
                  <DecisionForm
                    id={one.caseId}
                    action={`${trustPaths.desk}/${one.caseId}/decision`}
                    words={words}
                    options={[
                      { value: 'lift', label: words.lift },
                      { value: 'confirm', label: words.confirm },
                    ]}
                    refused={refused?.caseId === one.caseId ? refused : undefined}
                  />
                )}
              </CasePanel>
            ))}
          </Stack>
        )}
      </Section>
      {decided.length > 0 && (
        <Section title={words.decided}>
          <Stack>
            {decided.map((one) => (
              <CasePanel key={one.caseId} one={one} names={names}>
                <Row>
                  <Badge tone={one.outcome === 'confirmed' ? 'warn' : 'neutral'}>
                    {states[one.outcome ?? 'lifted']}
                  </Badge>
                  <span>
                    <Bdi>{one.decisionReason}</Bdi>
                  </span>
                </Row>
              </CasePanel>
            ))}
          </Stack>
        </Section>
      )}
    </Wrap>
  );
}

function CasePanel(props: {
  one: ContactCase;
  names: DeskProps['names'];
  children: ComponentChildren;
}) {
  const { one, names } = props;
  const words = trustWords(useReader()).contact;
  const isolated = (memberId: string) => `\u2068${names.get(memberId) ?? ''}\u2069`;
  return (
    <Panel level={3} title={words.desk.from(isolated(one.memberId), isolated(one.otherId))}>
      <Stack>
        <Row>
          <Badge>{words.desk.places[one.place]}</Badge>
          <span class="mute">
            <DateTime at={one.at} style="dateTime" />
          </span>
        </Row>
        <ContactText text={one.body} parts={one.parts} />
        <p class="mute">{words.steps[one.counts ? one.step : 'none']}</p>
        {one.objectedAt === null && <p>{words.desk.noObjection}</p>}
        {one.objection === '' && <p>{words.desk.noReason}</p>}
        {one.objection && <UserText text={one.objection} class="review-answer" />}
        {props.children}
      </Stack>
    </Panel>
  );
}
