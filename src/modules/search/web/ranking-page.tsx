import { formatNumber, formatPercent } from '#platform/i18n';
import { DateTime, Link, PageHead, Section, Table, useReader, Wrap } from '#ui';
import { searchWords } from '../locales/index.ts';
import { qualityShare } from '../ranking/formula.ts';
import { knownAfterMs, knownSales, newcomerPlaces } from '../ranking/newcomers.ts';
import { textWeights } from '../ranking/score-text.ts';
import type { PublishedFormula } from '../ranking/published-formula.ts';
import { placePath } from '../search-paths.ts';

const DAY_MS = 86_400_000;

/** How results are ordered, in words; every weight on it is read from the code that uses it. */
export function RankingPage({ formula }: { formula: PublishedFormula }) {
  const reader = useReader();
  const words = searchWords(reader).ranking;
  const share = (value: number) => formatPercent(reader, value, 0);
  const number = (value: number) => formatNumber(reader, value);
  return (
    <Wrap narrow class="prose">
      <PageHead title={words.title} lead={words.lead} />
      <Section title={words.wordsTitle}>
        <p>{words.wordsText}</p>
        <ul class="dotted">
          <li>{words.exact}</li>
          <li>{words.lemma(share(textWeights.lemma))}</li>
          <li>{words.tags(share(textWeights.tags))}</li>
          <li>{words.description(share(textWeights.description))}</li>
          <li>{words.adjacency(share(textWeights.adjacency))}</li>
          <li>{words.cover(share(textWeights.cover))}</li>
          <li>{words.stuffed(share(1 - textWeights.stuffed))}</li>
        </ul>
      </Section>
      <Section title={words.qualityTitle}>
        <p>{words.qualityText(share(qualityShare))}</p>
        <WeightTable parts={formula.parts} />
      </Section>
      <Section title={words.newTitle}>
        <p>
          {words.newText(
            newcomerPlaces.length,
            newcomerPlaces.map((place) => number(place + 1)).join(words.and),
          )}
        </p>
        <p>{words.newUntil(knownSales, Math.round(knownAfterMs / DAY_MS))}</p>
        <p>{words.newMethod}</p>
      </Section>
      <Section title={words.neverTitle}>
        <ul class="dotted">
          {words.never.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
      <Section title={words.changesTitle}>
        <p>{words.changesText}</p>
        {formula.changes.length === 0 ? (
          <p class="mute">{words.noChanges}</p>
        ) : (
          <ChangeTable changes={formula.changes} />
        )}
      </Section>
      <Section title={words.sellersTitle}>
        <p>
          {words.sellersText} <Link href={placePath}>{words.sellersLink}</Link>
        </p>
      </Section>
    </Wrap>
  );
}

function WeightTable({ parts }: Pick<PublishedFormula, 'parts'>) {
  const reader = useReader();
  const words = searchWords(reader).ranking;
  return (
    <Table
      caption={words.qualityTitle}
      rows={parts}
      rowKey={({ part }) => part}
      columns={[
        { header: words.part, primary: true, cell: ({ part }) => words.parts[part] },
        {
          header: words.weight,
          numeric: true,
          cell: ({ weight, wished }) =>
            weight === wished
              ? formatPercent(reader, weight, 1)
              : words.fromTo(formatPercent(reader, weight, 1), formatPercent(reader, wished, 1)),
        },
        { header: words.meaning, cell: ({ part }) => words.partTexts[part] },
      ]}
    />
  );
}

function ChangeTable({ changes }: Pick<PublishedFormula, 'changes'>) {
  const reader = useReader();
  const words = searchWords(reader).ranking;
  return (
    <Table
      caption={words.changesTitle}
      rows={changes}
      rowKey={(change) => `${change.at.toISOString()} ${change.part} ${change.verb}`}
      columns={[
        { header: words.at, primary: true, cell: ({ at }) => <DateTime at={at} /> },
        { header: words.part, cell: ({ part }) => words.parts[part] },
        { header: words.what, cell: ({ verb }) => words.verbs[verb] },
        {
          header: words.weight,
          cell: ({ before, after }) =>
            words.fromTo(formatPercent(reader, before, 1), formatPercent(reader, after, 1)),
        },
        { header: words.reason, cell: ({ reason }) => <bdi>{reason}</bdi> },
      ]}
    />
  );
}
