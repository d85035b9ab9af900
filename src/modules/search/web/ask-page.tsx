import { type CategoryGroup, type CategoryLeaf, categoryPath } from '#catalogue';
import { Chip, ChipRow, PageHead, SearchBox, Section, useReader, Wrap } from '#ui';
import { searchWords } from '../locales/index.ts';
import { PopularQuestions } from './nothing-found.tsx';
import { nameOf } from './search-names.ts';

/** The search page before anything was asked. */
export function AskPage(props: {
  groups: readonly CategoryGroup[];
  popular: readonly CategoryLeaf[];
  questions: readonly string[];
}) {
  const reader = useReader();
  const words = searchWords(reader);
  const chosen = props.popular.length > 0 ? props.popular : props.groups;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.ask} />
      <SearchBox look="hero" id="search-page" />
      <PopularQuestions questions={props.questions} />
      <Section title={words.popular}>
        <ChipRow scroll={false}>
          {chosen.map((entry) => (
            <Chip key={entry.key} href={categoryPath(entry.slug)}>
              {nameOf(reader, entry)}
            </Chip>
          ))}
        </ChipRow>
      </Section>
    </Wrap>
  );
}
