import { formatDate, formatList } from '#platform/i18n';
import {
  Badge,
  Banner,
  Bdi,
  Breadcrumbs,
  Button,
  DateTime,
  DetailList,
  EmptyState,
  Form,
  LinkButton,
  PageHead,
  Panel,
  Stack,
  TextArea,
  type Tone,
  useReader,
  UserText,
  Wrap,
} from '#ui';
import { ContactText } from '../fragments/contact-text.tsx';
import type { ContactCase } from '../ladder/contact-case.ts';
import { trustWords } from '../locales/index.ts';
import { trustPaths } from '../trust-paths.ts';

interface ListProps {
  cases: readonly ContactCase[];
  pausedUntil: Date | undefined;
  strikes: number;
}

/** What was masked in the member's messages, and what followed. */
export function ContactCasesPage({ cases, pausedUntil, strikes }: ListProps) {
  const reader = useReader();
  const words = trustWords(reader).contact.list;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      <Stack>
        {pausedUntil && (
          <Banner tone="warn" title={words.paused}>
            <p>{words.pausedText(formatDate(reader, pausedUntil, 'weekdayDateTime'))}</p>
          </Banner>
        )}
        {cases.length === 0 ? (
          <EmptyState title={words.none}>{words.noneText}</EmptyState>
        ) : (
          <p class="mute">{words.strikes(strikes)}</p>
        )}
        {cases.map((one) => (
          <CasePanel key={one.caseId} one={one} />
        ))}
      </Stack>
    </Wrap>
  );
}

function CasePanel({ one }: { one: ContactCase }) {
  const reader = useReader();
  const words = trustWords(reader).contact;
  return (
    <Panel
      level={2}
      title={<DateTime at={one.at} style="dateTime" />}
      action={
        <LinkButton
          kind="secondary"
          size="small"
          href={trustPaths.case(one.caseId)}
          aria-label={`${words.list.open}: ${formatDate(reader, one.at, 'dateTime')}`}
        >
          {words.list.open}
        </LinkButton>
      }
    >
      <Stack>
        <CaseState one={one} />
        <ContactText text={one.body} parts={one.parts} />
      </Stack>
    </Panel>
  );
}

const TONES = {
  standing: 'warn',
  waiting: 'info',
  believed: 'info',
  confirmed: 'danger',
  lifted: 'good',
} as const satisfies Record<string, Tone>;

function stateOf({ outcome, objectedAt, believed, step }: ContactCase): keyof typeof TONES {
  if (outcome) return outcome;
  if (believed) return 'believed';
  return objectedAt || step === 'review' ? 'waiting' : 'standing';
}

function CaseState({ one }: { one: ContactCase }) {
  const words = trustWords(useReader()).contact;
  const state = stateOf(one);
  return (
    <p>
      <Badge tone={TONES[state]}>{words.states[state]}</Badge>
    </p>
  );
}

interface CaseProps {
  one: ContactCase;
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

/** One message of the member with what is masked in it, and the objection. */
export function ContactCasePage({ one, errors, values }: CaseProps) {
  const reader = useReader();
  const words = trustWords(reader).contact;
  const kinds = [...new Set(one.parts.map(({ kind }) => words.kinds[kind]))];
  return (
    <Wrap narrow>
      <PageHead
        title={words.page.title}
        crumbs={
          <Breadcrumbs
            items={[
              { label: words.list.title, href: trustPaths.cases },
              { label: formatDate(reader, one.at, 'date') },
            ]}
          />
        }
      />
      <Stack gap={4}>
        <Panel title={words.page.text}>
          <Stack>
            <ContactText text={one.body} parts={one.parts} />
            <DetailList
              items={[
                {
                  label: words.page.found,
                  value: formatList(reader, kinds),
                },
                { label: words.page.step, value: words.steps[one.counts ? one.step : 'none'] },
                { label: words.page.state, value: <CaseState one={one} /> },
                ...(one.counts
                  ? [
                      {
                        label: words.page.expires,
                        value: <DateTime at={one.expiresAt} style="date" />,
                      },
                    ]
                  : []),
              ]}
            />
          </Stack>
        </Panel>
        {one.objection && (
          <Panel title={words.page.yourObjection}>
            <UserText text={one.objection} />
          </Panel>
        )}
        {one.decisionReason && (
          <Panel title={words.page.decision}>
            <p>
              <Bdi>{one.decisionReason}</Bdi>
            </p>
          </Panel>
        )}
        {!one.objectedAt && !one.outcome && <Objection one={one} errors={errors} values={values} />}
      </Stack>
    </Wrap>
  );
}

function Objection({ one, errors, values }: CaseProps) {
  const words = trustWords(useReader()).contact.page;
  return (
    <Panel title={words.object} id="objection">
      <Form action={`${trustPaths.case(one.caseId)}/objection`} errors={errors} values={values}>
        <Stack>
          <p>{words.objectLead}</p>
          {one.place === 'order' && <p class="mute">{words.objectOrder}</p>}
          <TextArea name="reason" label={words.reason} rows={3} maxLength={1_000} />
          <Button>{words.object}</Button>
        </Stack>
      </Form>
    </Panel>
  );
}
