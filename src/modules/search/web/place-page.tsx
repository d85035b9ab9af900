import type { ServiceCardData } from '#catalogue';
import { formatNumber, formatPercent } from '#platform/i18n';
import {
  Banner,
  Bdi,
  Button,
  EmptyState,
  Form,
  Link,
  LinkButton,
  PageHead,
  Panel,
  Section,
  Select,
  sitePaths,
  Stack,
  Table,
  TextInput,
  useReader,
  Wrap,
} from '#ui';
import type { WordsExplained } from '../explaining/explain-words.ts';
import { searchWords } from '../locales/index.ts';
import type { PlaceExplained } from '../querying/explain-place.ts';
import { longestQuestion } from '../asking/search-choice.ts';
import { type FormulaPart, formulaParts } from '../ranking/formula.ts';
import { helpPaths, placePath } from '../search-paths.ts';

type Explanation = PlaceExplained & WordsExplained;

interface PlacePageProps {
  /** The member's services that buyers can find. */
  services: readonly ServiceCardData[];
  serviceId: string | undefined;
  text: string;
  explained: Explanation | undefined;
}

/** «Why is my service here»: a seller types what a buyer would, and sees the place and its reasons. */
export function PlacePage(props: PlacePageProps) {
  const words = searchWords(useReader()).place;
  const { services, explained } = props;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.lead} />
      {services.length === 0 ? (
        <EmptyState
          title={words.emptyTitle}
          action={<LinkButton href={sitePaths.services}>{words.emptyAction}</LinkButton>}
        >
          {words.emptyText}
        </EmptyState>
      ) : (
        <Stack gap={6}>
          <Panel>
            <Form action={placePath} method="get">
              <Stack>
                <Select
                  name="service"
                  label={words.service}
                  value={props.serviceId}
                  options={services.map(({ serviceId, title }) => ({
                    value: serviceId,
                    label: title,
                  }))}
                  required
                />
                <TextInput
                  name="q"
                  type="search"
                  label={words.question}
                  hint={words.questionHint}
                  value={props.text}
                  maxLength={longestQuestion}
                  required
                />
                <Button>{words.show}</Button>
              </Stack>
            </Form>
          </Panel>
          {explained && <Explained explained={explained} text={props.text} />}
          <p>
            <Link href={helpPaths.ranking}>{searchWords(useReader()).howRanked}</Link>
          </p>
        </Stack>
      )}
    </Wrap>
  );
}

function Explained({ explained, text }: { explained: Explanation; text: string }) {
  const reader = useReader();
  const words = searchWords(reader).place;
  const { card, place, missing, newcomer } = explained;
  return (
    <Section
      title={
        <>
          <Bdi>{card.title}</Bdi>
        </>
      }
    >
      <Stack>
        <Banner tone={place === undefined ? 'warn' : 'info'}>
          {place === undefined
            ? words.notFound(text)
            : words.placeIs(formatNumber(reader, place), formatNumber(reader, explained.of), text)}
        </Banner>
        {missing.length > 0 && <p>{words.missing(missing.map((one) => `«${one}»`).join('، '))}</p>}
        <WordsTable explained={explained} />
        <QualityTable explained={explained} />
        {newcomer && <p>{words.newcomer}</p>}
        <h3>{words.adviceTitle}</h3>
        <ul class="dotted">
          {adviceOf(explained).map((key) => (
            <li key={key}>{words.advice[key]}</li>
          ))}
        </ul>
      </Stack>
    </Section>
  );
}

function WordsTable({ explained: { text, missing } }: { explained: Explanation }) {
  const reader = useReader();
  const words = searchWords(reader).place;
  const share = (value: number) => formatPercent(reader, value, 0);
  const rows = [
    { name: words.text, value: share(missing.length > 0 ? 0 : text.text), note: words.textNote },
    { name: words.adjacency, value: share(text.adjacency), note: words.adjacencyNote },
    { name: words.cover, value: share(text.cover), note: words.coverNote },
    {
      name: words.stuffed,
      value: text.stuffed ? words.yes : words.no,
      note: words.stuffedNote,
    },
  ];
  return (
    <Table
      caption={words.wordsTitle}
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        { header: words.wordsTitle, primary: true, cell: ({ name }) => name },
        { header: words.value, numeric: true, cell: ({ value }) => value },
        { header: words.means, cell: ({ note }) => note },
      ]}
    />
  );
}

function QualityTable({ explained }: { explained: Explanation }) {
  const reader = useReader();
  const words = searchWords(reader).place;
  const { parts, weights, figures, card } = explained;
  const share = (value: number) => formatPercent(reader, value, 0);
  const facts: Record<FormulaPart, string> = {
    demand: words.demandFact(figures.buyers, figures.recentBuyers),
    rating: words.ratingFact(card.ratingCount, formatNumber(reader, card.ratingHundredths / 100)),
    reliability: words.reliabilityFact(
      `${formatNumber(reader, figures.completed)}/${formatNumber(reader, figures.ended)}`,
      `${formatNumber(reader, figures.onTime)}/${formatNumber(reader, figures.delivered)}`,
    ),
    freshness: words.freshnessFact,
    level: words.levelFact,
  };
  return (
    <Table
      caption={words.qualityTitle(share(explained.quality))}
      rows={formulaParts}
      rowKey={(part) => part}
      columns={[
        {
          header: words.qualityTitle(share(explained.quality)),
          primary: true,
          cell: (part: FormulaPart) => searchWords(reader).ranking.parts[part],
        },
        { header: words.value, numeric: true, cell: (part) => share(parts[part]) },
        { header: words.weight, numeric: true, cell: (part) => share(weights[part]) },
        { header: words.means, cell: (part) => facts[part] },
      ]}
    />
  );
}

type Advice = 'words' | 'title' | 'order' | 'stuffed' | FormulaPart;

/** What would lift it most: what is wrong with the words, then the two parts that lose most. */
function adviceOf({ missing, text, parts, weights }: Explanation): Advice[] {
  const lost = formulaParts
    .filter((part) => part !== 'freshness' && parts[part] < 0.7)
    .sort((one, other) => weights[other] * (1 - parts[other]) - weights[one] * (1 - parts[one]));
  const wrong: Advice[] = [
    ...(missing.length > 0 ? (['words'] as const) : []),
    ...(missing.length === 0 && text.text < 0.6 ? (['title'] as const) : []),
    ...(text.text >= 0.6 && text.adjacency < 0.5 && text.adjacency > 0 ? (['order'] as const) : []),
    ...(text.stuffed ? (['stuffed'] as const) : []),
  ];
  const advice = [...wrong, ...lost.slice(0, 2)];
  return advice.length > 0 ? advice : ['demand'];
}
