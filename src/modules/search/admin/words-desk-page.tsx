import { PageHead, Section, Stack, Table, useReader, Wrap } from '#ui';
import { formatNumber } from '#platform/i18n';
import type { LexiconEntry } from '../analysis/types.ts';
import { searchWords } from '../locales/index.ts';
import type { listMissed } from '../missed/list-missed.ts';
import type { LookedUp } from '../words/look-up-word.ts';
import type { Proposal } from '../words/proposal.ts';
import { LookUp } from './look-up.tsx';
import { Additions, ProposalList, ProposeForm, type Refused } from './proposals.tsx';

interface WordsDeskProps extends Refused {
  text: string;
  lookedUp: LookedUp | undefined;
  proposals: readonly Proposal[];
  nameOf(memberId: string): string;
  additions: readonly LexiconEntry[];
  missed: Awaited<ReturnType<typeof listMissed>>;
}

/** The staff's desk for the words of the search. */
export function WordsDeskPage(props: WordsDeskProps) {
  const words = searchWords(useReader()).desk;
  return (
    <Wrap>
      <PageHead title={words.title} lead={words.lead} />
      <Stack gap={6}>
        <LookUp text={props.text} found={props.lookedUp} />
        <Section title={words.proposals}>
          <ProposalList proposals={props.proposals} nameOf={props.nameOf} />
        </Section>
        <Section title={words.propose}>
          <ProposeForm errors={props.errors} values={props.values} />
        </Section>
        <Missed missed={props.missed} />
        <Section title={words.additions}>
          <Additions additions={props.additions} />
        </Section>
      </Stack>
    </Wrap>
  );
}

function Missed({ missed: { questions, words: unknown } }: Pick<WordsDeskProps, 'missed'>) {
  const reader = useReader();
  const words = searchWords(reader).desk;
  return (
    <>
      <Section title={words.missed}>
        <p class="mute">{words.missedLead}</p>
        {questions.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Table
            caption={words.missed}
            rows={questions}
            rowKey={({ shown }) => shown}
            columns={[
              { header: words.question, primary: true, cell: ({ shown }) => <bdi>{shown}</bdi> },
              {
                header: words.asked,
                numeric: true,
                cell: ({ asked }) => formatNumber(reader, asked),
              },
              {
                header: words.outcome,
                cell: ({ foundNothing }) => (foundNothing ? words.nothing : words.relaxed),
              },
            ]}
          />
        )}
      </Section>
      <Section title={words.unknown}>
        {unknown.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <Table
            caption={words.unknown}
            rows={unknown}
            rowKey={({ word }) => word}
            columns={[
              { header: words.word, primary: true, cell: ({ word }) => <bdi>{word}</bdi> },
              {
                header: words.asked,
                numeric: true,
                cell: ({ asked }) => formatNumber(reader, asked),
              },
            ]}
          />
        )}
      </Section>
    </>
  );
}
