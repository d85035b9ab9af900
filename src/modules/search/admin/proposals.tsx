import {
  Badge,
  Button,
  DateTime,
  ErrorSummary,
  Form,
  Panel,
  PostButton,
  Row,
  Select,
  Stack,
  Table,
  TextInput,
  type Tone,
  usePage,
  useReader,
} from '#ui';
import type { LexiconEntry } from '../analysis/types.ts';
import { searchWords } from '../locales/index.ts';
import { lexiconPath } from '../search-paths.ts';
import { lexiconKinds, type Proposal } from '../words/proposal.ts';

export interface Refused {
  errors?: Record<string, string>;
  values?: Record<string, string | string[]>;
}

const tones: Readonly<Record<Proposal['state'], Tone>> = {
  waiting: 'warn',
  approved: 'good',
  declined: 'neutral',
};

/** Proposals with what can be done to them: one person proposes, another decides. */
export function ProposalList(props: {
  proposals: readonly Proposal[];
  nameOf(memberId: string): string;
}) {
  const words = searchWords(useReader()).desk;
  if (props.proposals.length === 0) return <p>{words.noProposals}</p>;
  return (
    <Table
      caption={words.proposals}
      rows={props.proposals}
      rowKey={({ proposalId }) => proposalId}
      columns={[
        {
          header: words.line,
          primary: true,
          cell: ({ line, reason }) => (
            <>
              <bdi>{line}</bdi>{' '}
              <small class="mute" dir="auto">
                {reason}
              </small>
            </>
          ),
        },
        {
          header: words.kind,
          cell: ({ verb, kind }) => `${words.verbs[verb]}: ${words.kinds[kind]}`,
        },
        {
          header: words.by,
          cell: ({ proposedBy, proposedAt }) => (
            <>
              <bdi>{props.nameOf(proposedBy)}</bdi> <DateTime at={proposedAt} style="relative" />
            </>
          ),
        },
        {
          header: words.state,
          cell: ({ state }) => <Badge tone={tones[state]}>{words.states[state]}</Badge>,
        },
        { header: words.actions, cell: (proposal) => <Decision proposal={proposal} /> },
      ]}
    />
  );
}

function Decision({ proposal }: { proposal: Proposal }) {
  const { viewer } = usePage();
  const words = searchWords(useReader()).desk;
  if (proposal.state !== 'waiting') return null;
  const path = `${lexiconPath}/proposals/${proposal.proposalId}`;
  const own = viewer?.memberId === proposal.proposedBy;
  return (
    <Row>
      {own ? (
        <small class="mute">{words.ownNote}</small>
      ) : (
        <PostButton size="small" action={`${path}/approval`}>
          {words.approve}
        </PostButton>
      )}
      <PostButton kind="secondary" size="small" action={`${path}/rejection`}>
        {words.decline}
      </PostButton>
    </Row>
  );
}

/** A line proposed by hand. */
export function ProposeForm({ errors, values }: Refused) {
  const words = searchWords(useReader()).desk;
  return (
    <Panel>
      <Form action={`${lexiconPath}/proposals`} errors={errors} values={values}>
        <Stack>
          <ErrorSummary />
          <Select
            name="kind"
            label={words.kind}
            options={lexiconKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
            required
          />
          <TextInput
            name="line"
            label={words.line}
            hint={words.lineHint}
            maxLength={300}
            required
          />
          <TextInput name="reason" label={words.why} maxLength={500} required />
          <div>
            <Button>{words.send}</Button>
          </div>
        </Stack>
      </Form>
    </Panel>
  );
}

/** What the staff added; taking a line out is proposed like putting one in. */
export function Additions({ additions }: { additions: readonly LexiconEntry[] }) {
  const words = searchWords(useReader()).desk;
  if (additions.length === 0) return <p>{words.noAdditions}</p>;
  return (
    <Table
      caption={words.additions}
      rows={additions}
      rowKey={({ kind, line }) => `${kind} ${line}`}
      columns={[
        { header: words.line, primary: true, cell: ({ line }) => <bdi>{line}</bdi> },
        { header: words.kind, cell: ({ kind }) => words.kinds[kind] },
        {
          header: words.actions,
          cell: ({ kind, line }) => (
            <PostButton
              kind="secondary"
              size="small"
              action={`${lexiconPath}/proposals`}
              fields={{ verb: 'end', kind, line, reason: words.end }}
            >
              {words.end}
            </PostButton>
          ),
        },
      ]}
    />
  );
}
