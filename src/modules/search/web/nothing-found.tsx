import {
  type CategoryGroup,
  type CategoryLeaf,
  type CategoryTree,
  categoryPath,
  type ServiceCardData,
} from '#catalogue';
import { ServiceGrid } from '#catalogue/ui';
import { Chip, ChipRow, EmptyState, LinkButton, Section, useReader } from '#ui';
import { searchWords } from '../locales/index.ts';
import { type SearchChoice, searchAddress } from '../asking/search-choice.ts';
import { SaveSearch } from './save-search-box.tsx';
import { nameOf } from './search-names.ts';

/** What comes nearest to a search that found nothing. */
export interface Nearest {
  /** The search without one of its filters each, where that finds something. */
  without: { label: string; href: string; count: string }[];
  /** How many the words find without any filter, in words; undefined when there are none. */
  unfiltered: string | undefined;
  cards: readonly ServiceCardData[];
  categories: readonly (CategoryGroup | CategoryLeaf)[];
  questions: readonly string[];
  savedId: string | undefined;
}

/** An honest empty page: why, and the nearest things. */
export function NothingFound(props: {
  choice: SearchChoice;
  tree: CategoryTree;
  nearest: Nearest;
}) {
  const { choice, tree, nearest } = props;
  const words = searchWords(useReader());
  return nearest.unfiltered === undefined ? (
    <NoSuchWords {...props} />
  ) : (
    <>
      <EmptyState
        title={words.noMatchTitle}
        action={
          <LinkButton href={searchAddress({ ...choice, filters: {}, page: 1 }, tree)}>
            {words.noMatchAction}
          </LinkButton>
        }
      >
        {words.noMatchText(nearest.unfiltered)}
        {nearest.without.length > 0 && (
          <div data-live>
            <ChipRow scroll={false}>
              {nearest.without.map(({ label, href, count }) => (
                <Chip key={href} href={href}>
                  {words.without(label, count)}
                </Chip>
              ))}
            </ChipRow>
          </div>
        )}
      </EmptyState>
      <Section title={words.nearServices}>
        <ServiceGrid cards={nearest.cards} tree={tree} />
      </Section>
    </>
  );
}

function NoSuchWords({ choice, tree, nearest }: Parameters<typeof NothingFound>[0]) {
  const reader = useReader();
  const words = searchWords(reader);
  return (
    <>
      <EmptyState
        title={words.emptyTitle(choice.text)}
        action={<SaveSearch choice={choice} tree={tree} savedId={nearest.savedId} primary />}
      >
        <p>{words.emptyText}</p>
        <p>{words.save.ask}</p>
      </EmptyState>
      <Section title={words.nearCategories}>
        <ChipRow scroll={false}>
          {nearest.categories.map((entry) => (
            <Chip key={entry.key} href={categoryPath(entry.slug)}>
              {nameOf(reader, entry)}
            </Chip>
          ))}
          <Chip href="/categories">{words.emptyAction}</Chip>
        </ChipRow>
      </Section>
      <PopularQuestions questions={nearest.questions} />
    </>
  );
}

/** What people search for, as links; nothing before enough is known. */
export function PopularQuestions({ questions }: { questions: readonly string[] }) {
  const words = searchWords(useReader());
  if (questions.length === 0) return null;
  return (
    <Section title={words.popularQuestions}>
      <ChipRow scroll={false}>
        {questions.map((question) => (
          <Chip key={question} href={`/search?q=${encodeURIComponent(question)}`} icon="search">
            <bdi>{question}</bdi>
          </Chip>
        ))}
      </ChipRow>
    </Section>
  );
}
