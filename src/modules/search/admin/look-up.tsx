import { formatNumber, formatPercent } from '#platform/i18n';
import { Button, Form, Section, Stack, Table, TextInput, useReader } from '#ui';
import { searchWords } from '../locales/index.ts';
import { longestQuestion } from '../asking/search-choice.ts';
import { lexiconPath } from '../search-paths.ts';
import type { LookedUp, ReadWord } from '../words/look-up-word.ts';

/** A field for a word, and under it how the search reads it. */
export function LookUp({ text, found }: { text: string; found: LookedUp | undefined }) {
  const words = searchWords(useReader()).desk;
  return (
    <Stack>
      <Form action={lexiconPath} method="get">
        <Stack gap={2}>
          <TextInput
            id="look-up"
            name="q"
            type="search"
            label={words.lookUp}
            value={text}
            maxLength={longestQuestion}
            required
          />
          <div>
            <Button kind="secondary">{words.look}</Button>
          </div>
        </Stack>
      </Form>
      {found && <Found found={found} />}
    </Stack>
  );
}

function Found({ found }: { found: LookedUp }) {
  const reader = useReader();
  const words = searchWords(reader).desk;
  const yes = (value: boolean) => (value ? words.yes : words.no);
  const alternatives = found.groups.flatMap(({ surfaces, alternatives: all }) =>
    all.map((one) => ({ surfaces, ...one })),
  );
  return (
    <>
      {found.correction !== undefined && <p>{words.corrected(found.correction)}</p>}
      <Table
        caption={words.lookUp}
        rows={found.words}
        rowKey={({ surface }: ReadWord) => surface}
        columns={[
          { header: words.surface, primary: true, cell: ({ surface }) => <bdi>{surface}</bdi> },
          { header: words.term, cell: ({ term }) => <bdi>{term}</bdi> },
          {
            header: words.alternates,
            cell: ({ alternates }) => <bdi>{alternates.join('، ')}</bdi>,
          },
          { header: words.known, cell: ({ known }) => yes(known) },
          { header: words.stop, cell: ({ stop }) => yes(stop) },
          {
            header: words.services,
            numeric: true,
            cell: ({ services }) => formatNumber(reader, services),
          },
        ]}
      />
      <Section title={words.finds} tight>
        <Table
          caption={words.finds}
          rows={alternatives}
          rowKey={({ surfaces, terms, reading }) => `${surfaces} ${terms} ${reading}`}
          columns={[
            { header: words.group, primary: true, cell: ({ surfaces }) => <bdi>{surfaces}</bdi> },
            { header: words.term, cell: ({ terms }) => <bdi>{terms}</bdi> },
            { header: words.kind, cell: ({ reading }) => words.readings[reading] },
            {
              header: searchWords(reader).ranking.weight,
              numeric: true,
              cell: ({ weight }) => formatPercent(reader, weight, 0),
            },
          ]}
        />
      </Section>
    </>
  );
}
