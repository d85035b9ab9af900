import { type CategoryGroup, type CategoryLeaf, categoryPath } from '#catalogue';
import { Chip, ChipRow, PageHead, SearchBox, Section, useReader, Wrap } from '#ui';
import { searchWords } from '../locales/index.ts';

/** The search page before anything was asked. */
export function AskPage(props: {
  groups: readonly CategoryGroup[];
  popular: readonly CategoryLeaf[];
  /** What many asked, in their words. */
  questions: readonly string[];
}) {
  const reader = useReader();
  const words = searchWords(reader);
  const chosen = props.popular.length > 0 ? props.popular : props.groups;
  return (
    <Wrap narrow>
      <PageHead title={words.title} lead={words.ask} />
      <SearchBox look="hero" id="search-page" />
      {props.questions.length > 0 && (
        <Section title={words.popularQuestions}>
          <ChipRow scroll={false}>
            {props.questions.map((question) => (
              <Chip key={question} href={`/search?q=${encodeURIComponent(question)}`}>
                {question}
              </Chip>
            ))}
          </ChipRow>
        </Section>
      )}
      <Section title={words.popular}>
        <ChipRow scroll={false}>
          {chosen.map((entry) => (
            <Chip key={entry.key} href={categoryPath(entry.slug)}>
              {reader.locale === 'ar' ? entry.nameAr : entry.nameEn}
            </Chip>
          ))}
        </ChipRow>
      </Section>
    </Wrap>
  );
}
